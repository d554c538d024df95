// What we know beyond the published list, each with its day and its legal act. New changes of law come as rows through
// `import places FILE`; this file is only what a new installation starts with.

/** First day of the 34 provinces and 3,321 communes. */
export const TWO_LEVELS_FROM = '2025-07-01';
/** Decision 19/2025/QĐ-TTg: the list of provinces and communes and their codes. */
export const LIST_BASIS = '19/2025/QĐ-TTg';

/** Codes the package has wrong. 23737 was xã Ia Mơ Nông, which is now part of xã Ia Ly; xã Ia Mơ was not touched and keeps 23938. */
export const WRONG_CODES: Record<string, string> = { '23737': '23938' };

/** Districts the package calls by another name than they had on 30/6/2025 (1245/NQ-UBTVQH15: Đạ Tẻh and Cát Tiên went into Đạ Huoai). */
export const WRONG_DISTRICTS: readonly { province: string; wrong: string; right: string }[] = [
  { province: 'Tỉnh Lâm Đồng', wrong: 'Huyện Đạ Tẻh', right: 'Huyện Đạ Huoai' },
];

/** Provinces that became cities run by the centre: the code stays, the full name and kind change. */
export const NEW_CITIES: readonly { code: string; name: string; from: string; basis: string }[] = [
  { code: '75', name: 'Thành phố Đồng Nai', from: '2026-04-30', basis: '30/2026/QH16' },
  { code: '22', name: 'Thành phố Quảng Ninh', from: '2026-09-01', basis: '36/2026/QH16' },
  { code: '24', name: 'Thành phố Bắc Ninh', from: '2026-09-20', basis: '39/2026/QH16' },
];

/** Communes (xã) that became wards (phường): the code and the bare name stay. */
export const NEW_WARDS: readonly { codes: readonly string[]; from: string; basis: string }[] = [
  {
    codes: ['25270', '25357', '25363', '26116', '26170', '26248', '26326', '26368', '26425', '26485'],
    from: '2026-04-30',
    basis: '237/NQ-UBTVQH16',
  },
  {
    codes: ['07294', '07375', '07399', '07444', '07840', '09193', '09292', '09313', '09319', '09454', '09475', '09496'],
    from: '2026-09-20',
    basis: '388/NQ-UBTVQH16',
  },
];

/**
 * Former communes the package gives to the wrong heir (`wrongCode`, taken out) or leaves out. The two xã Thạnh Lộc of Kiên Giang are
 * swapped: codes 308xx are the former huyện Châu Thành, 309xx huyện Giồng Riềng.
 */
export const CORRECTED_PAIRS: readonly {
  provinceName: string;
  districtName: string;
  communeName: string;
  communeCode: string;
  wrongCode?: string;
  basis: string;
}[] = [
  {
    provinceName: 'Tỉnh Kiên Giang',
    districtName: 'Huyện Châu Thành',
    communeName: 'Xã Thạnh Lộc',
    communeCode: '30886',
    wrongCode: '30910',
    basis: LIST_BASIS,
  },
  {
    provinceName: 'Tỉnh Kiên Giang',
    districtName: 'Huyện Giồng Riềng',
    communeName: 'Xã Thạnh Lộc',
    communeCode: '30910',
    wrongCode: '30886',
    basis: LIST_BASIS,
  },
  { provinceName: 'Tỉnh Gia Lai', districtName: 'Huyện Chư Prông', communeName: 'Xã Ia Mơ', communeCode: '23938', basis: LIST_BASIS },
  {
    provinceName: 'Thành phố Cần Thơ',
    districtName: 'Huyện Vĩnh Thạnh',
    communeName: 'Thị trấn Thạnh An',
    communeCode: '31231',
    basis: LIST_BASIS,
  },
];

/** Former communes that are also written otherwise than the list has them: more than another spelling, less than another commune. */
export const OTHER_NAMES: readonly { province: string; district: string; listed: string; also: string }[] = [
  { province: 'Tỉnh Hà Giang', district: 'Huyện Yên Minh', listed: 'Xã Sủng Tráng', also: 'Xã Sủng Cháng' },
  { province: 'Tỉnh Lào Cai', district: 'Huyện Si Ma Cai', listed: 'Xã Nàn Xín', also: 'Xã Nàn Sín' },
  { province: 'Tỉnh Điện Biên', district: 'Huyện Mường Chà', listed: 'Xã Xá Tổng', also: 'Xã Sá Tổng' },
  { province: 'Tỉnh Điện Biên', district: 'Huyện Tủa Chùa', listed: 'Xã Sáng Nhè', also: 'Xã Xá Nhè' },
  { province: 'Tỉnh Thái Bình', district: 'Huyện Hưng Hà', listed: 'Xã Kim Chung', also: 'Xã Kim Trung' },
  { province: 'Tỉnh Nghệ An', district: 'Huyện Hưng Nguyên', listed: 'Xã Hưng Yên', also: 'Xã Hưng Yên Nam' },
  { province: 'Tỉnh Kon Tum', district: 'Huyện Ngọc Hồi', listed: 'Xã Bờ Y', also: 'Xã Pờ Y' },
  // Merged into phường Long Hồ on 1/1/2025 (1314/NQ-UBTVQH15), until 2021 in Hương Trà.
  { province: 'Thành phố Huế', district: 'Quận Phú Xuân', listed: 'Phường Long Hồ', also: 'Xã Hương Thọ' },
  { province: 'Thành phố Huế', district: 'Quận Phú Xuân', listed: 'Phường Long Hồ', also: 'Phường Hương Hồ' },
];

/** Island districts that had no communes; the package leaves their names out. */
export const WHOLE_DISTRICTS: readonly { province: string; district: string; code: string }[] = [
  { province: 'Thành phố Hải Phòng', district: 'Huyện Bạch Long Vĩ', code: '11948' },
  { province: 'Tỉnh Quảng Trị', district: 'Huyện Cồn Cỏ', code: '19742' },
  { province: 'Thành phố Đà Nẵng', district: 'Huyện Hoàng Sa', code: '20333' },
  { province: 'Tỉnh Quảng Ngãi', district: 'Huyện Lý Sơn', code: '21548' },
  { province: 'Tỉnh Bà Rịa - Vũng Tàu', district: 'Huyện Côn Đảo', code: '26732' },
];

/** Districts that went, or gave land to a new one, before 1/7/2025, and the districts of 30/6/2025 that have the land. */
export const EARLIER_DISTRICTS: readonly {
  province: string;
  district: string;
  successors: readonly string[];
  to: string;
  basis: string;
}[] = [
  { province: 'Thành phố Hồ Chí Minh', district: 'Quận 2', successors: ['Thành phố Thủ Đức'], to: '2021-01-01', basis: '1111/NQ-UBTVQH14' },
  { province: 'Thành phố Hồ Chí Minh', district: 'Quận 9', successors: ['Thành phố Thủ Đức'], to: '2021-01-01', basis: '1111/NQ-UBTVQH14' },
  {
    province: 'Thành phố Hà Nội',
    district: 'Huyện Từ Liêm',
    successors: ['Quận Bắc Từ Liêm', 'Quận Nam Từ Liêm'],
    to: '2014-04-01',
    basis: '132/NQ-CP',
  },
  {
    province: 'Tỉnh Quảng Ninh',
    district: 'Huyện Hoành Bồ',
    successors: ['Thành phố Hạ Long'],
    to: '2020-01-01',
    basis: '837/NQ-UBTVQH14',
  },
  { province: 'Tỉnh Hoà Bình', district: 'Huyện Kỳ Sơn', successors: ['Thành phố Hòa Bình'], to: '2020-01-01', basis: '830/NQ-UBTVQH14' },
  { province: 'Tỉnh Quảng Ngãi', district: 'Huyện Tây Trà', successors: ['Huyện Trà Bồng'], to: '2020-02-01', basis: '867/NQ-UBTVQH14' },
  { province: 'Tỉnh Cao Bằng', district: 'Huyện Thông Nông', successors: ['Huyện Hà Quảng'], to: '2020-03-01', basis: '864/NQ-UBTVQH14' },
  { province: 'Tỉnh Cao Bằng', district: 'Huyện Trà Lĩnh', successors: ['Huyện Trùng Khánh'], to: '2020-03-01', basis: '864/NQ-UBTVQH14' },
  { province: 'Tỉnh Cao Bằng', district: 'Huyện Phục Hòa', successors: ['Huyện Quảng Hòa'], to: '2020-03-01', basis: '864/NQ-UBTVQH14' },
  { province: 'Tỉnh Cao Bằng', district: 'Huyện Quảng Uyên', successors: ['Huyện Quảng Hòa'], to: '2020-03-01', basis: '864/NQ-UBTVQH14' },
  { province: 'Tỉnh Thanh Hóa', district: 'Huyện Tĩnh Gia', successors: ['Thị xã Nghi Sơn'], to: '2020-06-01', basis: '933/NQ-UBTVQH14' },
  {
    province: 'Tỉnh Bà Rịa - Vũng Tàu',
    district: 'Huyện Tân Thành',
    successors: ['Thành phố Phú Mỹ'],
    to: '2018-06-01',
    basis: '492/NQ-UBTVQH14',
  },
  { province: 'Tỉnh Nam Định', district: 'Huyện Mỹ Lộc', successors: ['Thành phố Nam Định'], to: '2024-09-01', basis: '1104/NQ-UBTVQH15' },
  { province: 'Tỉnh Nghệ An', district: 'Thị xã Cửa Lò', successors: ['Thành phố Vinh'], to: '2024-12-01', basis: '1243/NQ-UBTVQH15' },
  { province: 'Tỉnh Nghệ An', district: 'Huyện Nghi Lộc', successors: ['Thành phố Vinh'], to: '2024-12-01', basis: '1243/NQ-UBTVQH15' },
  { province: 'Tỉnh Lâm Đồng', district: 'Huyện Đạ Tẻh', successors: ['Huyện Đạ Huoai'], to: '2024-12-01', basis: '1245/NQ-UBTVQH15' },
  { province: 'Tỉnh Lâm Đồng', district: 'Huyện Cát Tiên', successors: ['Huyện Đạ Huoai'], to: '2024-12-01', basis: '1245/NQ-UBTVQH15' },
  { province: 'Tỉnh Bắc Giang', district: 'Huyện Lục Ngạn', successors: ['Thị xã Chũ'], to: '2025-01-01', basis: '1191/NQ-UBTVQH15' },
  {
    province: 'Tỉnh Bắc Giang',
    district: 'Huyện Yên Dũng',
    successors: ['Thành phố Bắc Giang'],
    to: '2025-01-01',
    basis: '1191/NQ-UBTVQH15',
  },
  {
    province: 'Tỉnh Thanh Hóa',
    district: 'Huyện Đông Sơn',
    successors: ['Thành phố Thanh Hóa'],
    to: '2025-01-01',
    basis: '1238/NQ-UBTVQH15',
  },
  { province: 'Tỉnh Quảng Nam', district: 'Huyện Nông Sơn', successors: ['Huyện Quế Sơn'], to: '2025-01-01', basis: '1241/NQ-UBTVQH15' },
  {
    province: 'Tỉnh Bà Rịa - Vũng Tàu',
    district: 'Huyện Long Điền',
    successors: ['Huyện Long Đất'],
    to: '2025-01-01',
    basis: '1256/NQ-UBTVQH15',
  },
  {
    province: 'Tỉnh Bà Rịa - Vũng Tàu',
    district: 'Huyện Đất Đỏ',
    successors: ['Huyện Long Đất'],
    to: '2025-01-01',
    basis: '1256/NQ-UBTVQH15',
  },
  {
    province: 'Tỉnh Hà Tĩnh',
    district: 'Huyện Thạch Hà',
    successors: ['Thành phố Hà Tĩnh'],
    to: '2025-01-01',
    basis: 'sắp xếp 2023–2025',
  },
  {
    province: 'Tỉnh Hà Tĩnh',
    district: 'Huyện Lộc Hà',
    successors: ['Huyện Thạch Hà', 'Thành phố Hà Tĩnh'],
    to: '2025-01-01',
    basis: 'sắp xếp 2023–2025',
  },
  { province: 'Tỉnh Ninh Bình', district: 'Huyện Hoa Lư', successors: ['Thành phố Hoa Lư'], to: '2025-01-01', basis: '1318/NQ-UBTVQH15' },
  {
    province: 'Tỉnh Ninh Bình',
    district: 'Thành phố Ninh Bình',
    successors: ['Thành phố Hoa Lư'],
    to: '2025-01-01',
    basis: '1318/NQ-UBTVQH15',
  },
  { province: 'Thành phố Huế', district: 'Huyện Nam Đông', successors: ['Huyện Phú Lộc'], to: '2025-01-01', basis: '1314/NQ-UBTVQH15' },
  {
    province: 'Thành phố Huế',
    district: 'Thành phố Huế',
    successors: ['Quận Thuận Hóa', 'Quận Phú Xuân'],
    to: '2025-01-01',
    basis: '1314/NQ-UBTVQH15',
  },
  { province: 'Thành phố Huế', district: 'Huyện Phú Vang', successors: ['Quận Thuận Hóa'], to: '2021-07-01', basis: '1264/NQ-UBTVQH14' },
  {
    province: 'Thành phố Huế',
    district: 'Thị xã Hương Trà',
    successors: ['Quận Phú Xuân', 'Quận Thuận Hóa'],
    to: '2021-07-01',
    basis: '1264/NQ-UBTVQH14',
  },
  { province: 'Thành phố Huế', district: 'Thị xã Hương Thủy', successors: ['Quận Thuận Hóa'], to: '2021-07-01', basis: '1264/NQ-UBTVQH14' },
];
