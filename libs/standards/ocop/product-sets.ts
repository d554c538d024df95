/** The six industries of the OCOP programme. */
export type OcopIndustry = 'food' | 'drinks' | 'herbs' | 'crafts' | 'ornamental' | 'tourism';

/** One of the 26 product sets. `scheme` and `code` together are its key, for a later scheme may number anew. */
export interface ProductSet {
  readonly scheme: '2026';
  /** `1` … `26`, a string. */
  readonly code: string;
  readonly industry: OcopIndustry;
  readonly vi: string;
  readonly en: string;
  /** A service: no parcel, no barcode, outside the labelled share. */
  readonly service: boolean;
  /** A licence must be on file before sale. */
  readonly needsLicence: boolean;
  /** Eaten or drunk: allergens must be named. */
  readonly food: boolean;
  /** A shelf life must be named. */
  readonly shelfLife: boolean;
}

/** The industries with their numbers and names. */
export const OCOP_INDUSTRIES: Readonly<Record<OcopIndustry, { readonly number: string; readonly vi: string; readonly en: string }>> = {
  food: { number: 'I', vi: 'Thực phẩm', en: 'Food' },
  drinks: { number: 'II', vi: 'Đồ uống', en: 'Drinks' },
  herbs: { number: 'III', vi: 'Dược liệu và sản phẩm từ dược liệu', en: 'Medicinal herbs and products of them' },
  crafts: { number: 'IV', vi: 'Thủ công mỹ nghệ', en: 'Crafts' },
  ornamental: { number: 'V', vi: 'Sinh vật cảnh', en: 'Ornamental plants and animals' },
  tourism: {
    number: 'VI',
    vi: 'Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch',
    en: 'Community tourism, ecotourism and places to visit',
  },
};

/** The current scheme: Decision 26/2026/QĐ-TTg of 22/5/2026. */
export const OCOP_SCHEME = '2026';

const LICENSED = new Set([14, 15, 18]);

const set = (number: number, industry: OcopIndustry, vi: string, en: string): ProductSet => ({
  scheme: OCOP_SCHEME,
  code: String(number),
  industry,
  vi,
  en,
  service: number === 26,
  needsLicence: LICENSED.has(number),
  food: number <= 18,
  shelfLife: number <= 20,
});

/** The product sets of the scheme of 2026, in their order. Names are short forms. */
export const OCOP_SETS: readonly ProductSet[] = [
  set(1, 'food', 'Rau, củ, quả, hạt tươi', 'Fresh vegetables, fruit, seeds'),
  set(2, 'food', 'Thịt, thủy sản, trứng, sữa tươi', 'Fresh meat, seafood, eggs, milk'),
  set(3, 'food', 'Gạo, ngũ cốc, hạt sơ chế', 'Rice, cereals, dried seeds'),
  set(4, 'food', 'Mật ong và nông sản thực phẩm khác', 'Honey and other farm foods'),
  set(5, 'food', 'Đồ ăn nhanh', 'Ready-to-eat food'),
  set(6, 'food', 'Chế biến từ gạo, ngũ cốc', 'Made from rice, cereals'),
  set(7, 'food', 'Chế biến từ rau, củ, quả, hạt', 'Made from vegetables, fruit, seeds'),
  set(8, 'food', 'Chế biến từ thịt, thủy sản, trứng, sữa, mật ong', 'Made from meat, seafood, eggs, milk, honey'),
  set(9, 'food', 'Tương, nước mắm, gia vị dạng lỏng', 'Sauces, fish sauce, liquid seasonings'),
  set(10, 'food', 'Gia vị khác', 'Other spices'),
  set(11, 'food', 'Chè (trà)', 'Tea'),
  set(12, 'food', 'Trà từ thực vật khác', 'Other infusions'),
  set(13, 'food', 'Cà phê, ca cao', 'Coffee, cocoa'),
  set(14, 'drinks', 'Rượu trắng', 'White spirit'),
  set(15, 'drinks', 'Đồ uống có cồn khác', 'Other alcoholic drinks'),
  set(16, 'drinks', 'Nước uống đóng chai', 'Bottled water'),
  set(17, 'drinks', 'Đồ uống không cồn', 'Soft drinks'),
  set(18, 'herbs', 'Thực phẩm bảo vệ sức khỏe, thuốc dược liệu', 'Health food, herbal medicine'),
  set(19, 'herbs', 'Mỹ phẩm từ thảo dược', 'Herbal cosmetics'),
  set(20, 'herbs', 'Tinh dầu và thảo dược khác', 'Essential oils and other herbs'),
  set(21, 'crafts', 'Đồ gia dụng, trang trí', 'Household and decorative goods'),
  set(22, 'crafts', 'Vải, may mặc', 'Fabric, clothing'),
  set(23, 'ornamental', 'Hoa', 'Flowers'),
  set(24, 'ornamental', 'Cây cảnh', 'Ornamental plants'),
  set(25, 'ornamental', 'Động vật cảnh', 'Ornamental animals'),
  set(26, 'tourism', 'Dịch vụ du lịch cộng đồng, du lịch sinh thái', 'Community tourism, ecotourism'),
];

/** The product set of a code, in the scheme of 2026 unless another is named; undefined when there is none. */
export function findProductSet(code: string, scheme: string = OCOP_SCHEME): ProductSet | undefined {
  return OCOP_SETS.find((row) => row.scheme === scheme && row.code === code);
}
