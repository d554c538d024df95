/** A kind of goods: what it is called, how it is measured, and what it costs about. */
export interface Kind {
  readonly set: string;
  readonly names: readonly string[];
  readonly contents: readonly (readonly [value: number, unit: 'g' | 'kg' | 'ml' | 'l' | 'piece'])[];
  /** Lowest and highest price of the smallest pack. */
  readonly priceVnd: readonly [number, number];
  /** How often it is sold, against the others. */
  readonly weight: number;
}

const split = (names: string): string[] => names.split('|');
const kind = (set: number, weight: number, priceVnd: Kind['priceVnd'], contents: Kind['contents'], names: string): Kind => ({
  set: String(set),
  names: split(names),
  contents,
  priceVnd,
  weight,
});

const BAGS = [
  [200, 'g'],
  [250, 'g'],
  [500, 'g'],
  [1, 'kg'],
] as const;
const BOTTLES = [
  [250, 'ml'],
  [500, 'ml'],
  [1, 'l'],
] as const;
const PIECES = [
  [1, 'piece'],
  [2, 'piece'],
  [10, 'piece'],
] as const;

/** All product sets that go by post, weighted roughly as the register of OCOP products is. */
export const KINDS: readonly Kind[] = [
  kind(
    1,
    8,
    [15_000, 90_000],
    BAGS,
    'Rau cải ngọt|Bưởi da xanh|Cam sành|Xoài cát|Thanh long ruột đỏ|Khoai lang tím|Bí đỏ|Chuối tiêu hồng|Măng tươi|Nấm rơm',
  ),
  kind(2, 5, [60_000, 260_000], BAGS, 'Gà thả vườn|Trứng gà ta|Cá thát lát|Tôm sú|Thịt trâu|Sữa dê|Vịt biển|Cua Năm Căn'),
  kind(3, 9, [25_000, 80_000], BAGS, 'Gạo ST25|Gạo nếp cái hoa vàng|Gạo Séng Cù|Gạo lứt đỏ|Đậu xanh|Hạt sen|Lạc đỏ|Vừng đen|Ngô nếp'),
  kind(4, 7, [70_000, 320_000], BAGS, 'Mật ong hoa nhãn|Mật ong bạc hà|Mật ong rừng|Đường thốt nốt|Tinh bột sắn dây|Mật mía'),
  kind(5, 3, [20_000, 70_000], BAGS, 'Cháo sen ăn liền|Phở khô ăn liền|Cơm cháy|Bún gạo lứt ăn liền'),
  kind(6, 9, [20_000, 110_000], BAGS, 'Bánh tráng|Miến dong|Bún khô|Phở khô|Bánh đa nem|Bánh pía|Bánh chưng|Cốm làng|Bánh cáy'),
  kind(
    7,
    9,
    [35_000, 160_000],
    BAGS,
    'Mít sấy|Chuối sấy dẻo|Xoài sấy|Hạt điều rang muối|Mứt gừng|Kẹo dừa|Măng khô|Khoai lang sấy|Cà chua sấy',
  ),
  kind(8, 8, [70_000, 350_000], BAGS, 'Chả lụa|Nem chua|Lạp xưởng|Giò me|Cá cơm khô|Mực một nắng|Thịt trâu gác bếp|Ruốc cá hồi|Chả cá'),
  kind(9, 6, [40_000, 180_000], BOTTLES, 'Nước mắm cốt|Tương Bần|Nước mắm cá cơm|Giấm gạo|Tương ớt|Nước tương đậu nành'),
  kind(10, 6, [25_000, 140_000], BAGS, 'Hạt tiêu đen|Tỏi đen|Bột nghệ|Muối tôm|Quế thanh|Hoa hồi|Ớt bột|Tỏi Lý Sơn|Gừng sấy'),
  kind(11, 8, [50_000, 400_000], BAGS, 'Chè Shan tuyết|Trà ô long|Chè xanh Thái Nguyên|Trà sen|Chè tân cương|Hồng trà cổ thụ'),
  kind(12, 5, [40_000, 200_000], BAGS, 'Trà hoa cúc|Trà gừng|Trà dây|Trà atiso|Trà lá sen|Trà mãng cầu'),
  kind(
    13,
    12,
    [55_000, 380_000],
    BAGS,
    'Cà phê|Cà phê Arabica|Cà phê Robusta|Cà phê rang xay|Cà phê bột|Cà phê hạt rang|Cà phê Moka|Cà phê Culi|Cà phê phin giấy|Cà phê hoà tan|Cà phê sữa|Cà phê mật ong|Cà phê chồn|CÀ PHÊ SẠCH|Ca cao nguyên chất|Sô cô la đen',
  ),
  kind(14, 2, [60_000, 220_000], BOTTLES, 'Rượu nếp|Rượu gạo men lá|Rượu ngô'),
  kind(15, 2, [80_000, 320_000], BOTTLES, 'Rượu vang nho|Rượu mơ|Rượu sim'),
  kind(16, 1, [8_000, 30_000], BOTTLES, 'Nước khoáng thiên nhiên|Nước tinh khiết'),
  kind(17, 4, [20_000, 120_000], BOTTLES, 'Nước ép chanh dây|Nước cốt dâu tằm|Nước dừa|Mật dừa nước|Nước ép ổi hồng'),
  kind(18, 3, [120_000, 900_000], BAGS, 'Cao atiso|Đông trùng hạ thảo|Cao gắm|Viên nghệ mật ong|Sâm Ngọc Linh lát'),
  kind(19, 3, [45_000, 260_000], PIECES, 'Xà phòng thảo dược|Dầu gội bồ kết|Son dưỡng sáp ong|Nước hoa hồng'),
  kind(20, 4, [60_000, 300_000], BOTTLES, 'Tinh dầu sả chanh|Tinh dầu tràm|Tinh dầu quế|Tinh dầu bưởi'),
  kind(21, 6, [50_000, 900_000], PIECES, 'Giỏ cói|Bình gốm|Khay mây tre|Thảm cói|Tranh Đông Hồ|Đèn lồng|Thớt gỗ nghiến'),
  kind(22, 5, [90_000, 1_200_000], PIECES, 'Khăn lụa tơ tằm|Vải thổ cẩm|Áo dệt tay|Chăn lanh|Túi thổ cẩm'),
  kind(23, 2, [30_000, 200_000], PIECES, 'Hoa cúc mâm xôi|Hoa hồng cổ|Hoa lan hồ điệp'),
  kind(24, 2, [80_000, 900_000], PIECES, 'Quất cảnh|Bonsai sanh|Mai vàng chậu'),
];

/** What sellers add to the name of their goods. */
export const QUALITIES = split(
  '|||nguyên chất|hữu cơ|sạch|thượng hạng|đặc biệt|truyền thống|cao cấp|thủ công|loại một|vùng cao|gia truyền|hộp quà|mùa mới|không đường|tự nhiên',
);

/** Names of brands and hamlets. */
export const BRANDS = split(
  'Cầu Đất|Hương Quê|Bản Mây|Tây Sơn|Suối Giàng|Đồng Xanh|Mường Hoa|Sông Hậu|Rừng Dừa|Phù Đổng|Bình Minh|Đại Ngàn|Cô Ba|Ông Tư|Hoa Ban|Nắng Gió|Trường Sơn|Cửu Long|Bảo Lâm|Khe Sanh|Tam Nông|Vạn Phúc|Hải Vân|An Phú|Kim Sơn|Đắk Hà|Chư Sê|Mộc Châu|Sa Huỳnh|Gò Công',
);

export const FAMILY_NAMES = split('Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Nông|Lò|Hà|Rơ Châm');
export const MIDDLE_NAMES = split('Văn|Thị|Hữu|Đức|Ngọc|Minh|Thanh|Xuân|Quốc|Kim');
export const GIVEN_NAMES = split(
  'An|Bình|Cường|Dũng|Đào|Giang|Hà|Hải|Hạnh|Hoa|Hùng|Khánh|Lan|Linh|Long|Mai|Nam|Nga|Phúc|Quân|Sơn|Tâm|Thảo|Thủy|Trang|Tuấn|Vân|Yến',
);

export const SELLER_FORMS = split('Hộ|Hộ|Hộ|Hợp tác xã|Tổ hợp tác|Cơ sở');
