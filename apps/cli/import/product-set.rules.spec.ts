import { industryOf, setOf } from './product-set.rules.js';

describe('the industry of a row', () => {
  it.each([
    ['thuc_pham', 'food'],
    ['Thực phẩm', 'food'],
    ['Nhóm đồ uống', 'drinks'],
    ['DUOC LIEU', 'herbs'],
    ['Dược liệu và sản phẩm từ dược liệu', 'herbs'],
    ['thu-cong-my-nghe', 'crafts'],
    ['Sinh vật cảnh'.normalize('NFD'), 'ornamental'],
    ['du_lich', 'tourism'],
    ['Dịch vụ du lịch cộng đồng', 'tourism'],
    ['unknown', null],
    ['', null],
    ['khác', null],
  ])('%j is %s', (cell, industry) => expect(industryOf(cell)).toBe(industry));
});

describe('the product set of a row', () => {
  it.each([
    ['Bánh đậu trà xanh rồng vàng', 'thuc_pham', '6'],
    ['Chuối tá quạ', 'thuc_pham', '1'],
    ['Chuối tá quạ sấy dẻo', 'thuc_pham', '7'],
    ['THỊT TRÂU GÁC BẾP', 'thuc_pham', '8'],
    ['Gà đồi', 'thuc_pham', '2'],
    ['Ðậu xanh cà vỏ', 'thuc_pham', '3'],
    ['Hạt điều rang muối', 'thuc_pham', '7'],
    ['Mật ong bạc hà', 'thuc_pham', '4'],
    ['Nước mắm 20°N', 'thuc_pham', '9'],
    ['Muối ớt tôm', 'thuc_pham', '10'],
    ['Chè Shan tuyết cổ thụ', 'thuc_pham', '11'],
    ['Chè dây', 'thuc_pham', '12'],
    ['Trà gừng', 'thuc_pham', '12'],
    ['Cà phê bột Robusta', 'thuc_pham', '13'],
    ['Rượu nếp cái hoa vàng', 'do_uong', '14'],
    ['Rượu vang nho', 'do_uong', '15'],
    ['Nước khoáng thiên nhiên', 'do_uong', '16'],
    ['Si rô dâu tằm', 'do_uong', '17'],
    ['Cao cà gai leo', 'duoc_lieu', '18'],
    ['Dầu gội bồ kết', 'duoc_lieu', '19'],
    ['Tinh dầu sả chanh', 'duoc_lieu', '20'],
    ['Bình gốm men lam', 'thu_cong_my_nghe', '21'],
    ['Túi thổ cẩm', 'thu_cong_my_nghe', '22'],
    ['Hoa lan hồ điệp', 'sinh_vat_canh', '23'],
    ['Bonsai sanh', 'sinh_vat_canh', '24'],
    ['Cá koi', 'sinh_vat_canh', '25'],
    ['Vườn đá Tả Phìn', 'du_lich', '26'],
    ['Ca phe hat rang', 'thuc_pham', '13'],
    ['Cà phê hạt rang'.normalize('NFD'), 'thuc_pham', '13'],
  ])('%s (%s) is %s', (name, group, set) => expect(setOf(name, group)).toEqual({ set, gaps: [] }));

  it.each([
    ['Trà Thái Nguyên', 'do_uong', '11', 'set.to-check'],
    ['Zyx Abc', 'thuc_pham', '4', 'set.to-check'],
    ['Zyx Abc', 'duoc_lieu', '18', 'set.to-check'],
    ['Nước rửa chén bồ hòn', '', '20', 'group.unknown'],
  ])('%s (%s) is taken for %s: %s', (name, group, set, gap) => {
    expect(setOf(name, group)).toMatchObject({ set, gaps: [{ code: gap }] });
  });

  it('is unknown where neither group nor name tells', () => {
    expect(setOf('Zyx Abc', 'unknown')).toEqual({ set: null, gaps: [] });
  });
});
