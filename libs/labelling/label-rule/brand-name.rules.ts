import { findProductSet, fold, hasDiacritics, spellingKey } from '@choxa/standards';

/** Words people type when there is nothing to say. */
const PLACEHOLDERS =
  'không|không có|ko|k|kg|khong co|chưa|chưa có|chưa đăng ký|không rõ|không biết|không tên|vô danh|trống|tạm|khác|thử|đang cập nhật|cập nhật sau|' +
  'nhãn hiệu|thương hiệu|nhãn|tên|tên nhãn hiệu|tên thương hiệu|không nhãn|no|not|none|null|nil|na|n a|n/a|unknown|unbranded|no name|no brand|brand|name|test|demo|todo|tbd|' +
  'sản phẩm|hàng|product|ocop|sao';

/** Kinds of goods and words that only praise or describe them: alone they name no brand. With accents, for dừa ≠ dưa ≠ dứa. */
const KINDS =
  'cà phê|coffee|cacao|ca cao|cocoa|sô cô la|socola|chocolate|arabica|robusta|trà|chè|tea|matcha|mật ong|mật|honey|gạo|rice|gạo nếp|gạo tẻ|nếp|ngũ cốc|cereal|yến mạch|' +
  'nước mắm|mắm|mắm tôm|mắm ruốc|fish sauce|tương|tương ớt|nước tương|xì dầu|giấm|muối|salt|đường|mật mía|dầu|dầu ăn|dầu lạc|dầu mè|dầu dừa|tiêu|hạt tiêu|pepper|ớt|tỏi|gừng|nghệ|quế|hồi|sả|hành|gia vị|spice|bột|bột nghệ|bột sắn|tinh bột|' +
  'rau|rau củ|rau củ quả|vegetable|vegetables|củ|quả|trái cây|hoa quả|fruit|fruits|hạt|hạt điều|hạt sen|cashew|lạc|đậu phộng|đậu|đỗ|vừng|mè|ngô|khoai|sắn|nấm|' +
  'cam|quýt|bưởi|chanh|xoài|chuối|dừa|dưa|dưa hấu|dứa|thơm|khóm|nhãn lồng|vải thiều|thanh long|sầu riêng|mít|ổi|táo|mận|mãng cầu|bơ|na dai|chôm chôm|măng cụt|hồng|nho|' +
  'thịt|thịt lợn|thịt heo|thịt bò|thịt gà|meat|gà|vịt|lợn|heo|bò|dê|trâu|trứng|egg|eggs|sữa|milk|yến sào|tổ yến|cá|cá khô|tôm|cua|mực|hải sản|thủy sản|thuỷ sản|seafood|chả|giò|giò lụa|nem|nem chua|lạp xưởng|lạp sườn|xúc xích|ruốc|chà bông|khô|' +
  'bánh|bánh tráng|bánh đa|bánh phở|bánh pía|bánh đậu xanh|kẹo|kẹo dừa|mứt|miến|bún|phở|mì|mì gạo|nui|cốm|chè lam|snack|đồ ăn|đồ ăn nhanh|thực phẩm|food|đồ uống|drink|nước|nước uống|nước ép|nước khoáng|nước ngọt|sinh tố|' +
  'rượu|rượu trắng|rượu nếp|rượu vang|wine|bia|beer|tinh dầu|essential oil|dược liệu|thảo dược|thảo mộc|herb|herbs|cao|thuốc|sâm|nhân sâm|đông trùng hạ thảo|nấm linh chi|linh chi|mỹ phẩm|xà phòng|xà bông|dầu gội|' +
  'gốm|sứ|gốm sứ|mây|tre|mây tre|mây tre đan|đồ gỗ|gỗ|thổ cẩm|lụa|vải|vải vóc|áo|quần|khăn|nón|nón lá|chiếu|thủ công|thủ công mỹ nghệ|mỹ nghệ|handicraft|hoa|hoa tươi|flower|flowers|cây|cây cảnh|cây giống|cá cảnh|' +
  'sạch|tươi|ngon|ngọt|thơm ngon|đặc sản|hữu cơ|organic|tự nhiên|thiên nhiên|natural|nguyên chất|nguyên|chất lượng|cao cấp|loại|thượng hạng|đặc biệt|premium|truyền thống|gia truyền|nhà làm|homemade|quê|nông sản|nông sản sạch|an toàn|rang|rang xay|xay|hòa tan|hoà tan|' +
  'sấy|sấy khô|sấy dẻo|sấy lạnh|phơi|hấp|nướng|chiên|ngâm|muối chua|lên men|đóng hộp|đóng gói|đóng chai|đen|trắng|đỏ|xanh|vàng|tím|nâu|và|của|các|từ|in|and|of|fresh|dried|việt nam|vietnam';

const LONGEST_PHRASE = 4;

const words = (text: string): string[] => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
const phrases = (list: string): string[] => list.split('|').map((phrase) => words(phrase).join(' '));

const DULL = phrases(`${PLACEHOLDERS}|${KINDS}`);
const DULL_WITH_MARKS = new Set(DULL.map(spellingKey));
const DULL_FOLDED = new Set(DULL.map(fold));
const EMPTY_WITH_MARKS = new Set(phrases(PLACEHOLDERS).map(spellingKey));
const EMPTY_FOLDED = new Set(phrases(PLACEHOLDERS).map(fold));

/** Whether a text says something: it has a letter, and more than the words people type to say nothing ("không", "chưa có", "n/a", "xxx"). */
export function saysSomething(text: string | null | undefined): text is string {
  if (!text || !/\p{L}/u.test(text)) return false;
  if (/^(.)\1{2,}$/u.test(fold(text))) return false;
  return !isMadeOf(text, EMPTY_WITH_MARKS, EMPTY_FOLDED);
}

/**
 * Whether a text is a real brand name (domain.md §5): not empty, not "không", not the product type. A name is refused when nothing is left of it
 * after taking out kinds of goods, words of praise and the words of the product set ("Cà phê nguyên chất", "Mật ong", "Gạo, ngũ cốc").
 */
export function isRealBrandName(name: string | null | undefined, setCode: string): name is string {
  if (!saysSomething(name) || words(name).join('').length < 2) return false;
  const set = findProductSet(setCode);
  const ofSet = set ? phrases([set.vi, set.en].join('|').replace(/,|\(|\)/g, '|')) : [];
  return !isMadeOf(name, union(DULL_WITH_MARKS, ofSet.map(spellingKey)), union(DULL_FOLDED, ofSet.map(fold)));
}

/** Every word of `text` belongs to a phrase of the list. A text without accents is compared without them. */
function isMadeOf(text: string, withMarks: ReadonlySet<string>, folded: ReadonlySet<string>): boolean {
  const list = hasDiacritics(text) ? withMarks : folded;
  const parts = words(hasDiacritics(text) ? spellingKey(text) : fold(text));
  // Reachable ends: one pass over positions, so that overlapping phrases ("hạt", "hạt điều") are all tried.
  const reached = new Set([0]);
  for (let start = 0; start < parts.length; start += 1) {
    if (!reached.has(start)) continue;
    for (let length = 1; length <= LONGEST_PHRASE && start + length <= parts.length; length += 1)
      if (list.has(parts.slice(start, start + length).join(' '))) reached.add(start + length);
  }
  return reached.has(parts.length);
}

function union(base: ReadonlySet<string>, more: string[]): ReadonlySet<string> {
  return more.length ? new Set([...base, ...more]) : base;
}
