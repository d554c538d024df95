/** Words for what was done to a fresh thing so that it is none any more. */
const PROCESSED =
  'sấy, khô, phơi, muối, dầm, ngâm, mứt, ngào, rang, chiên, rim, kho, tẩm, hấp, luộc, nướng, hun khói, gác bếp, lên men, bột, dẻo, cô đặc, đóng hộp, một nắng, chà bông, viên, xay, nghiền, chưng, ăn liền, chế biến, snack';
const HERBAL =
  'hoa, gừng, thảo mộc, dây, sâm, mãng cầu, vối, sen, cà gai leo, atiso, artiso, nấm, linh chi, gạo lứt, đinh lăng, tầm gửi, giảo cổ lam, khổ qua, mướp đắng, trái, quả, hòa tan, thìa canh, đông trùng, bạch hoa xà, an xoa, rau má, vằng, cúc, tía tô, lá, xạ đen, kỷ tử, đậu, bí, chùm ngây, diếp cá, quế, nhàu, cam, sả, mật nhân, bồ công anh, táo';
const CLEAR = 'nếp, gạo, men lá, men, trắng, đế, ngô, sắn, bắp, cao lương, hạ thổ, mầm thóc';

interface WordRule {
  /** Code of the product set. */
  set: string;
  /** Words a name begins with, or has earliest. */
  heads: string;
  /** Another set where one of these words stands in the name too. */
  unless?: { set: string; words: string };
}

/**
 * Words by which the name of a product tells its set (scheme 2026; names of sets in `product-sets.ts`). In Vietnamese the head comes first:
 * "bánh đậu trà xanh" is a bánh, so the earliest word counts, and of two that begin there the longer.
 */
export const SET_WORDS: readonly WordRule[] = [
  {
    set: '1',
    heads:
      'rau, cải, quả, trái, củ, bưởi, cam, quýt, chanh, xoài, vải, vải thiều, nhãn, thanh nhãn, thanh long, sầu riêng, chuối, ổi, mận, lê, táo, nho, dưa, dưa lưới, dưa hấu, măng, măng tây, khổ qua, bầu, bí, cà chua, khoai, su su, su hào, hành, tỏi, gừng, nấm, hồng, na, mãng cầu, vú sữa, chôm chôm, mít, dứa, thơm, khóm, bơ, dâu, dâu tây, dừa, sắn, ngô, bắp, hạt sen, sen, đu đủ, lựu, đào, cà rốt, rau má, atiso, mía, ớt, cần tây, mướp, thiên lý, giá đỗ, tầm bóp, chùm ngây, thốt nốt, mắc mật, sa pô chê, cóc, me',
    unless: { set: '7', words: PROCESSED },
  },
  {
    set: '2',
    heads:
      'thịt, cá, tôm, cua, ghẹ, mực, bạch tuộc, ếch, lươn, ốc, nghêu, ngao, sò, hàu, hến, sứa, rươi, gà, vịt, ngan, ngỗng, heo, lợn, bò, dê, trâu, cừu, ngựa, thỏ, trứng, sữa bò tươi, ba ba, baba, dế, tép, chim bồ câu',
    unless: { set: '8', words: `${PROCESSED}, chả, giò, nem, thính, treo, da` },
  },
  {
    set: '3',
    heads:
      'gạo, nếp, thóc, lúa, đậu, đậu xanh, đậu đen, đậu nành, đỗ, lạc, đậu phộng, mè, vừng, hạt, điều, hạt điều, mắc ca, macca, hạt dẻ, hạt kê, ý dĩ, yến mạch, mầm',
    unless: { set: '7', words: 'rang, muối, tẩm, chiên, ngào, mật ong, wasabi, phô mai, tỏi ớt, sấy, chanh muối, tỏi, cay, ăn liền' },
  },
  { set: '4', heads: 'mật ong, mật hoa, mật mía, mật dừa, tổ yến, yến sào, yến thô, yến tinh chế, yến, phấn hoa, sữa ong chúa, sáp ong' },
  { set: '5', heads: 'cháo, cơm, xôi, cơm cháy, cơm lam, bánh mì, pizza, snack, chè đậu, chè bưởi, súp, lẩu, gỏi, nộm' },
  {
    set: '6',
    heads:
      'bánh, bún, miến, mì, mỳ, phở, hủ tiếu, hủ tíu, cốm, ngũ cốc, bột ngũ cốc, chè lam, nui, bột gạo, bột nếp, bột, bột đậu, bột sắn, trà gạo, bỏng',
  },
  {
    set: '7',
    heads:
      'mứt, ô mai, kẹo, dầu mè, dầu vừng, dầu lạc, dầu phụng, dầu phộng, dầu đậu phộng, dầu đậu nành, dầu dừa, dầu ăn, dầu gấc, tinh bột nghệ, bột nghệ, bột sắn dây, tinh bột, dưa muối, dưa món, kim chi, tỏi đen, măng khô, măng muối, long nhãn, đậu phụ, tàu hũ, đậu hũ, bơ đậu phộng, bơ lạc, thạch, rau câu, chuối sấy, hoa quả sấy, trái cây sấy, bột rau, bột chuối, bột chùm ngây, củ cải muối, hạt điều rang, điều rang, đậu phộng rang, lạc rang, mắc ca sấy, hạt mắc ca sấy, cơm dừa, nata, thịt chay, chà bông chay, chà bông nấm, ruốc nấm',
  },
  {
    set: '8',
    heads:
      'giò, chả, nem, nem chua, lạp xưởng, lạp sườn, lạp xường, xúc xích, ruốc, chà bông, khô, pa tê, pate, thịt treo, tré, sữa chua, sữa, phô mai, kem, yaourt, yogurt, khẩu nhục, trứng muối, bò khô, cá khô, cá kho, mực khô, tôm khô, thịt sấy, da cá, yến chưng, thịt chua, thịt gác bếp, cá hộp, bơ sữa, bánh sữa, giăm bông, jambon, bắp bò, chân gà',
  },
  {
    set: '9',
    heads:
      'nước mắm, mắm, tương, tương ớt, nước tương, xì dầu, giấm, dấm, sốt, xốt, sa tế, nước chấm, nước màu, nước ớt, chao, nước cốt dừa, nước cốt me, dầu hào',
  },
  {
    set: '10',
    heads:
      'muối, muối ớt, muối tiêu, tiêu, hạt tiêu, hồ tiêu, bột nêm, hạt nêm, gia vị, ớt bột, hạt dổi, mắc khén, hành phi, tỏi phi, bột canh, đường, đường thốt nốt, chẩm chéo, ngũ vị, bột ớt, bột tỏi, quế, hoa hồi',
  },
  {
    set: '11',
    heads:
      'trà, chè, tea, danh trà, trà xanh, chè xanh, trà đen, trà shan, chè shan, hồng trà, bạch trà, trà lài, trà nhài, trà sen, matcha',
    unless: { set: '12', words: HERBAL },
  },
  { set: '12', heads: 'chè vằng, chè dây, trà hoa, trà gừng, trà thảo mộc, trà hòa tan, lá vối, nụ vối, cao trà' },
  { set: '13', heads: 'cà phê, cafe, cà fê, coffee, ca cao, cacao, cocoa, socola, sô cô la, chocolate' },
  { set: '14', heads: 'rượu trắng, rượu đế, rượu gạo, rượu nếp, rượu ngô, rượu men lá' },
  { set: '15', heads: 'rượu, rượu vang, vang, bia, cocktail, rượu mùi, rượu cần, rượu ghè', unless: { set: '14', words: CLEAR } },
  { set: '16', heads: 'nước uống, nước khoáng, nước tinh khiết, nước đóng chai, nước đóng bình, nước ion' },
  {
    set: '17',
    heads:
      'nước, nước ép, nước giải khát, nước cốt, nước dừa, nước mía, nước yến, nước trái cây, nước hoa quả, si rô, siro, sữa đậu nành, sữa hạt, sữa bắp, sữa gạo, kombucha, mật nho, mật dâu, trà sữa, sinh tố, soda',
  },
  {
    set: '18',
    heads:
      'thực phẩm bảo vệ sức khỏe, thực phẩm chức năng, cao, viên, viên nang, viên uống, curcumin, đông trùng hạ thảo, đông trùng, nano, sâm, hồng sâm, nhân sâm, hắc sâm, linh chi, nấm linh chi, nấm lim xanh, hà thủ ô, thuốc, ba kích, tam thất, saffron, nhụy hoa nghệ tây, collagen, dược liệu, an cung, cà gai leo, giảo cổ lam, đinh lăng, trà dược',
  },
  {
    set: '19',
    heads:
      'xà phòng, xà bông, dầu gội, sữa tắm, son, kem dưỡng, mặt nạ, nước súc miệng, nước hoa, mỹ phẩm, sữa rửa mặt, serum, dầu xả, muối tắm, muối ngâm chân, lăn khử mùi, kem đánh răng, tẩy tế bào chết, nước rửa tay, sữa dưỡng, dầu dưỡng',
  },
  {
    set: '20',
    heads:
      'tinh dầu, dầu tràm, dầu gió, dầu khuynh diệp, dầu sả, dầu xoa bóp, lá xông, lá tắm, nước rửa chén, nước rửa bát, nước lau sàn, nước giặt, nước tẩy rửa, xịt khuẩn, ngâm chân, túi ngâm, túi thơm, thảo dược, thảo mộc, cao xoa, muối thảo dược',
  },
  {
    set: '21',
    heads:
      'chiếu, giỏ, mây, tre, gốm, lọ, bình, lọ lục bình, bình hoa, đèn, đèn lồng, tượng, nón, nón lá, mộc, đan lát, thảm, hương, hương trầm, nhang, trầm, trầm hương, lược, tranh, ghế, bàn, thùng, sọt, vòng, đồ gỗ, gỗ, lục bình, thạp, thủ công mỹ nghệ, khay, chén, bát, đĩa, ấm, sơn mài, khảm, đồng, bạc, chổi, võng, đũa, thớt, dao, kéo, trống, đàn, mô hình, quà lưu niệm, đồ chơi, hộp, túi cói, túi, rổ, thúng, bộ bàn ghế, bộ ấm chén, tấm trải trang trí, bộ trang trí, bộ nhà tắm',
    unless: { set: '22', words: 'thổ cẩm, vải, lụa, thêu, tơ tằm' },
  },
  {
    set: '22',
    heads:
      'thổ cẩm, vải thổ cẩm, vải lanh, vải lụa, áo, áo dài, khăn, khăn choàng, lụa, trang phục, bộ trang phục, quần áo, váy, sà rông, xà rông, tơ tằm, dệt, may mặc, chăn, chăn bông, đệm, gối, mền, giày, dép, mũ, địu',
  },
  {
    set: '23',
    heads: 'hoa, hoa lan, lan, hoa hồng, hoa mai, mai vàng, hoa đào, đào phai, đào bích, hoa cúc, hoa ly, lan hồ điệp',
  },
  { set: '24', heads: 'cây, cây cảnh, bonsai, sanh, tùng, quất, quất cảnh, cây mai, kiểng, cây kiểng, sen đá, xương rồng' },
  { set: '25', heads: 'cá cảnh, cá koi, chim, chim cảnh, gà cảnh, chó, mèo, gà đông tảo' },
  {
    set: '26',
    heads:
      'du lịch, điểm du lịch, khu du lịch, khu sinh thái, làng du lịch, homestay, farmstay, ecohost, tham quan, tour, trải nghiệm, làng văn hóa, điểm đến, nghỉ dưỡng, khu nghỉ dưỡng',
  },
];
