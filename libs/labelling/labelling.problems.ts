import { defineProblems } from '@choxa/platform';
import { STANDARD_MESSAGES } from '@choxa/standards';

/** The closed list of failures of this lib. */
export const labellingProblem = defineProblems({
  'barcode.length': { status: 422, vi: 'Mã vạch phải có 8, 12, 13 hoặc 14 chữ số.', en: 'A barcode number has 8, 12, 13 or 14 digits.' },
  'barcode.characters': { status: 422, vi: 'Mã vạch chỉ gồm chữ số.', en: 'A barcode number has digits only.' },
  'barcode.check-digit': {
    status: 422,
    vi: 'Số kiểm tra của mã vạch không đúng: có chữ số gõ nhầm.',
    en: 'The check digit of the barcode number is wrong: a digit was mistyped.',
  },
  'barcode.restricted': {
    status: 422,
    vi: 'Đây không phải mã do GS1 cấp cho sản phẩm.',
    en: 'This is not a number that GS1 licensed for a product.',
  },
  'barcode.prefix': { status: 422, vi: 'Tiền tố mã doanh nghiệp GS1 không hợp lệ.', en: 'The GS1 company prefix is not valid.' },
  'barcode.no-prefix': {
    status: 422,
    vi: 'Hộ chưa khai tiền tố mã doanh nghiệp GS1 nào: hãy khai tiền tố, hoặc dùng mã nội bộ của sàn.',
    en: 'The household has declared no GS1 company prefix: declare one, or take a platform-internal number.',
  },
  'barcode.outside-prefix': {
    status: 422,
    vi: 'Mã này không thuộc tiền tố doanh nghiệp đã khai.',
    en: 'This number is not inside a declared company prefix.',
  },
  'barcode.prefix-full': {
    status: 409,
    vi: 'Tiền tố này đã cấp hết số.',
    en: 'Every number inside this company prefix has been given.',
  },
  'carton.no-gtin': {
    status: 409,
    vi: 'Chỉ gói hàng mang mã GS1 12 hoặc 13 số mới có mã thùng: mã nội bộ không làm mã thùng.',
    en: 'Only a pack with a GS1 number of 12 or 13 digits gets a carton number; an internal number does not.',
  },
  'carton.full': { status: 409, vi: 'Gói hàng này đã có đủ 8 loại thùng.', en: 'The pack has its eight kinds of carton already.' },
  'carton.known': { status: 409, vi: 'Đã có thùng chứa chừng ấy gói.', en: 'There is a carton of as many packs already.' },
  'barcode.service': { status: 422, vi: 'Dịch vụ không mang mã vạch.', en: 'A service carries no barcode.' },
  'barcode.taken': {
    status: 409,
    vi: 'Mã này đã dùng cho một gói hàng và không dùng lại.',
    en: 'This number was given to a pack before and is never reused.',
  },
  'lot.code': {
    status: 422,
    vi: 'Mã lô dài 1–20 ký tự, không dấu, không khoảng trắng.',
    en: 'A lot code has 1–20 characters without accents or spaces.',
  },
  'lot.taken': { status: 409, vi: 'Gói hàng này đã có lô mang mã đó.', en: 'The pack has a lot of this code already.' },
  'lot.future': { status: 422, vi: 'Ngày thu hoạch hoặc sản xuất chưa tới.', en: 'The date of harvest or production lies in the future.' },
  'lot.expiry': { status: 422, vi: 'Hạn sử dụng đứng trước ngày sản xuất.', en: 'The lot would expire before it was made.' },
  'lot.input-unknown': { status: 422, vi: 'Không có lô nào mang mã truy xuất này.', en: 'There is no lot of this trace code.' },
  'lot.input-later': {
    status: 422,
    vi: 'Lô nguyên liệu có ngày sản xuất sau lô làm từ nó.',
    en: 'The input was made later than the lot that is made from it.',
  },
  'lot.input-circle': {
    status: 422,
    vi: 'Không được: lô này đã có mặt trong lô nguyên liệu đó.',
    en: 'Refused: this lot already went into that input.',
  },
  'lot.input-many': { status: 422, vi: 'Một lô có nhiều nhất 50 lô nguyên liệu.', en: 'A lot has 50 inputs at most.' },
  'epcis.document': { status: 400, ...STANDARD_MESSAGES['epcis.document'] },
  'epcis.many': { status: 413, vi: 'Mỗi lần gửi nhiều nhất 500 sự kiện.', en: 'At most 500 events at a time.' },
  'epcis.lot-unknown': { status: 422, vi: 'Hộ không có lô hàng nào mang mã này.', en: 'The household has no lot of this identifier.' },
  'epcis.step-not-kept': {
    status: 422,
    vi: 'Sàn chỉ lưu các bước: tạo lô, gieo trồng, thu hoạch, chế biến, đóng gói, gửi đi, tới nơi và nhận hàng.',
    en: 'Only these steps are kept: making the lot, growing, harvesting, processing, packing, shipping, arriving and receiving.',
  },
  'epcis.made': {
    status: 422,
    vi: 'Việc tạo lô không báo sai qua EPCIS được: hãy thu hồi lô nếu lô sai.',
    en: 'The making of a lot cannot be declared wrong through EPCIS: recall the lot if it is wrong.',
  },
  'lot.recalled': { status: 409, vi: 'Lô này đang bị thu hồi.', en: 'This lot is being recalled already.' },
  'recall.official': {
    status: 403,
    vi: 'Cơ quan quản lý ra lệnh thu hồi lô này, nên chỉ cơ quan quản lý được kết thúc.',
    en: 'An official recalled this lot, so only an official can end it.',
  },
  'evidence.too-many': { status: 409, vi: 'Một lô có nhiều nhất 20 ảnh.', en: 'A lot has 20 pictures at most.' },
  'event.corrected': { status: 409, vi: 'Bước này đã được báo là ghi sai.', en: 'This step was declared wrong before.' },
  'place.unknown': { status: 422, vi: 'Không có xã, phường mang mã này.', en: 'There is no commune of this code.' },
  'event.future': { status: 422, vi: 'Thời điểm của bước này chưa tới.', en: 'The step lies in the future.' },
  'label.no-barcode': {
    status: 409,
    vi: 'Gói hàng chưa có mã vạch nên chưa in được nhãn.',
    en: 'The pack has no barcode number yet, so its label cannot be printed.',
  },
  'label.too-many': { status: 422, vi: 'Mỗi lần in tối đa 10.000 nhãn.', en: 'At most 10,000 labels are printed at once.' },
  'label.changed': {
    status: 409,
    vi: 'Mã vạch hoặc lô của gói hàng đã đổi từ lần in đó: hãy in tờ mới.',
    en: 'The number or lot of a pack has changed since that printing: print a new sheet.',
  },
  'report.too-many': {
    status: 429,
    vi: 'Vừa có quá nhiều báo cáo. Xin thử lại sau một giờ.',
    en: 'Too many reports just now. Please try again in an hour.',
  },
  'trace.malformed': { status: 400, vi: 'Mã truy xuất bị gõ nhầm.', en: 'The trace code is mistyped.' },
  'trace.check-digit': {
    status: 400,
    vi: 'Số kiểm tra của mã không đúng: có chữ số gõ nhầm, hoặc tem không do nơi sản xuất in.',
    en: 'The check digit is wrong: a digit was mistyped, or the label was not printed by the producer.',
  },
  'trace.internal-number': {
    status: 400,
    vi: 'Đây là mã nội bộ của sàn, không phải mã GS1, nên không nằm trong liên kết /01/…; hãy mở /t/…',
    en: 'This is a number of the platform, not of GS1, and has no place in a link /01/…; open /t/… instead.',
  },
  'trace.unknown': { status: 404, vi: 'Mã này đúng dạng nhưng không có trên sàn.', en: 'The code is well formed, but not known here.' },
});
