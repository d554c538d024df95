/** A province's place on the tile map: column and row, from the north-west. */
export interface Tile {
  code: string;
  /** Name in at most two short lines. */
  lines: readonly [string] | readonly [string, string];
  column: number;
  row: number;
}

const tile = (code: string, column: number, row: number, ...lines: [string] | [string, string]): Tile => ({ code, column, row, lines });

/**
 * The 34 provinces and cities since 1/7/2025 as tiles, each about where it lies. The archipelagos stand as tiles of their own
 * with the figures of the unit they belong to: Hoàng Sa of Đà Nẵng (48), Trường Sa of Khánh Hòa (56).
 */
export const TILES: readonly Tile[] = [
  tile('12', 0, 0, 'Lai', 'Châu'),
  tile('15', 1, 0, 'Lào', 'Cai'),
  tile('08', 2, 0, 'Tuyên', 'Quang'),
  tile('04', 3, 0, 'Cao', 'Bằng'),
  tile('11', 0, 1, 'Điện', 'Biên'),
  tile('14', 1, 1, 'Sơn', 'La'),
  tile('25', 2, 1, 'Phú', 'Thọ'),
  tile('19', 3, 1, 'Thái', 'Nguyên'),
  tile('20', 4, 1, 'Lạng', 'Sơn'),
  tile('01', 2, 2, 'Hà', 'Nội'),
  tile('24', 3, 2, 'Bắc', 'Ninh'),
  tile('22', 4, 2, 'Quảng', 'Ninh'),
  tile('37', 2, 3, 'Ninh', 'Bình'),
  tile('33', 3, 3, 'Hưng', 'Yên'),
  tile('31', 4, 3, 'Hải', 'Phòng'),
  tile('38', 2, 4, 'Thanh', 'Hóa'),
  tile('40', 2, 5, 'Nghệ', 'An'),
  tile('42', 2, 6, 'Hà', 'Tĩnh'),
  tile('44', 3, 7, 'Quảng', 'Trị'),
  tile('46', 3, 8, 'Huế'),
  tile('48', 4, 9, 'Đà', 'Nẵng'),
  tile('51', 4, 10, 'Quảng', 'Ngãi'),
  tile('52', 4, 11, 'Gia', 'Lai'),
  tile('66', 4, 12, 'Đắk', 'Lắk'),
  tile('68', 3, 13, 'Lâm', 'Đồng'),
  tile('56', 4, 13, 'Khánh', 'Hòa'),
  tile('80', 1, 14, 'Tây', 'Ninh'),
  tile('75', 2, 14, 'Đồng', 'Nai'),
  tile('91', 0, 15, 'An', 'Giang'),
  tile('82', 1, 15, 'Đồng', 'Tháp'),
  tile('79', 2, 15, 'Hồ Chí', 'Minh'),
  tile('92', 0, 16, 'Cần', 'Thơ'),
  tile('86', 1, 16, 'Vĩnh', 'Long'),
  tile('96', 0, 17, 'Cà', 'Mau'),
];

export const ISLAND_TILES: readonly Tile[] = [tile('48', 5, 8, 'Hoàng', 'Sa'), tile('56', 5, 14, 'Trường', 'Sa')];

/** How a share is coloured; the figure itself always stands beside the colour. */
export function bandOf(share: string | null): 'none' | 'low' | 'middle' | 'high' | 'full' {
  if (share === null) return 'none';
  const percent = Number(share);
  if (percent >= 100) return 'full';
  if (percent >= 90) return 'high';
  return percent >= 50 ? 'middle' : 'low';
}
