import type { StandardCode } from './standard-error.js';

/** One sentence for people per code, the same on the phone and in the API's answers. */
export const STANDARD_MESSAGES: Readonly<Record<StandardCode, { readonly vi: string; readonly en: string }>> = {
  'gs1.empty': { vi: 'Chưa nhập mã vạch.', en: 'No barcode number was entered.' },
  'gs1.characters': { vi: 'Mã vạch chỉ gồm chữ số.', en: 'A barcode number has digits only.' },
  'gs1.length': { vi: 'Mã vạch phải có 8, 12, 13 hoặc 14 chữ số.', en: 'A barcode number has 8, 12, 13 or 14 digits.' },
  'gs1.sscc': { vi: 'Mã kiện hàng SSCC phải có 18 chữ số.', en: 'An SSCC has 18 digits.' },
  'gs1.check-digit': { vi: 'Số kiểm tra không đúng: có chữ số gõ nhầm.', en: 'The check digit is wrong: a digit was mistyped.' },
  'gs1.restricted': {
    vi: 'Mã này chỉ dùng nội bộ trong cửa hàng, không phải mã sản phẩm.',
    en: 'This number is for use inside a shop, not for a product.',
  },
  'gs1.coupon': { vi: 'Đây là mã phiếu giảm giá, không phải mã sản phẩm.', en: 'This is the number of a coupon, not of a product.' },
  'gs1.internal-number': {
    vi: 'Mã nội bộ của sàn không dùng được ở đây: cần mã do GS1 cấp.',
    en: "The platform's own number cannot be used here: a GS1 number is needed.",
  },
  'gs1.prefix': { vi: 'Tiền tố mã doanh nghiệp GS1 không hợp lệ.', en: 'The GS1 company prefix is not valid.' },
  'gs1.outside-prefix': {
    vi: 'Mã này không thuộc tiền tố doanh nghiệp đã khai.',
    en: 'This number is not inside the declared company prefix.',
  },
  'gs1.sequence': { vi: 'Số thứ tự nằm ngoài dải mã.', en: 'The sequence is outside the range of numbers.' },
  'gs1.ai': { vi: 'Không nhận ra số phân định ứng dụng (AI).', en: 'The application identifier (AI) is not known here.' },
  'gs1.ai-repeated': { vi: 'Một số phân định ứng dụng (AI) bị lặp lại.', en: 'An application identifier (AI) is repeated.' },
  'gs1.value': {
    vi: 'Giá trị sai độ dài hoặc có ký tự không được phép.',
    en: 'A value is too long, too short or has characters that are not allowed.',
  },
  'gs1.date': { vi: 'Ngày không hợp lệ.', en: 'The date is not valid.' },
  'gs1.link': { vi: 'Đây không phải liên kết GS1 Digital Link.', en: 'This is not a GS1 Digital Link.' },
  'gs1.link-order': { vi: 'Các phần của liên kết GS1 sai thứ tự.', en: 'The parts of the GS1 link are in the wrong order.' },
  'epcis.document': {
    vi: 'Đây không phải tài liệu EPCIS 2.0 (EPCISDocument có @context, schemaVersion, creationDate và epcisBody.eventList).',
    en: 'This is not an EPCIS 2.0 document (an EPCISDocument with @context, schemaVersion, creationDate and epcisBody.eventList).',
  },
  'epcis.event': { vi: 'Sự kiện EPCIS phải là một đối tượng JSON.', en: 'An EPCIS event must be a JSON object.' },
  'epcis.type': {
    vi: 'Chỉ nhận ObjectEvent, AggregationEvent và TransformationEvent.',
    en: 'Only ObjectEvent, AggregationEvent and TransformationEvent are taken.',
  },
  'epcis.field': { vi: 'Trường này không có trong chuẩn EPCIS 2.0.', en: 'EPCIS 2.0 has no such field; an extension needs a prefix.' },
  'epcis.time': { vi: 'Thời điểm thiếu hoặc không đúng dạng RFC 3339.', en: 'The time is missing or not in the form of RFC 3339.' },
  'epcis.offset': {
    vi: 'Thiếu eventTimeZoneOffset, ví dụ "+07:00".',
    en: 'The eventTimeZoneOffset is missing or malformed; example: "+07:00".',
  },
  'epcis.action': {
    vi: 'Hành động (action) phải là ADD, OBSERVE hoặc DELETE; TransformationEvent không có action.',
    en: 'The action must be ADD, OBSERVE or DELETE; a TransformationEvent has none.',
  },
  'epcis.biz-step': {
    vi: 'Bước kinh doanh (bizStep) không có trong từ vựng CBV 2.0.',
    en: 'The bizStep is not a word of the CBV 2.0.',
  },
  'epcis.ilmd': {
    vi: 'Dữ liệu lô (ilmd) chỉ có khi lô được tạo ra (action ADD).',
    en: 'Lot data (ilmd) belong only to the event in which the lot is made (action ADD).',
  },
  'epcis.what': { vi: 'Sự kiện chưa nói về hàng nào.', en: 'The event does not say what it is about.' },
  'epcis.parent': {
    vi: 'Việc đóng gói cần mã của kiện chứa (parentID).',
    en: 'An aggregation needs the identifier of its parent (parentID).',
  },
  'epcis.quantity': {
    vi: 'Số lượng chỉ gồm epcClass, quantity và uom hợp lệ.',
    en: 'A quantity consists of a valid epcClass, quantity and uom only.',
  },
  'epcis.uri': { vi: 'Mã định danh phải là một URI.', en: 'An identifier must be a URI.' },
  'epcis.class-id': { vi: 'Mã của lô hàng không đọc được.', en: 'The identifier of the lot cannot be read.' },
  'epcis.check-digit': {
    vi: 'Số kiểm tra của mã vạch trong sự kiện không đúng.',
    en: 'The check digit of a barcode number in the event is wrong.',
  },
  'epcis.internal-number': {
    vi: 'Mã nội bộ không phải mã GS1: hãy dùng địa chỉ /t/… của sàn.',
    en: "An internal number is no GS1 key: use the platform's own address /t/….",
  },
  'epcis.error-declaration': {
    vi: 'Lời đính chính cần thời điểm, lý do đúng từ vựng và mã các sự kiện thay thế.',
    en: 'An error declaration needs its time, a reason of the vocabulary and the ids of corrective events as URIs.',
  },
  's10.empty': { vi: 'Chưa nhập số hiệu bưu gửi.', en: 'No item number was entered.' },
  's10.shape': { vi: 'Số hiệu bưu gửi gồm 2 chữ cái, 9 chữ số và 2 chữ cái.', en: 'An item number is 2 letters, 9 digits and 2 letters.' },
  's10.check-digit': {
    vi: 'Số hiệu bưu gửi sai số kiểm tra: có chữ số gõ nhầm.',
    en: 'The check digit of the item number is wrong: a digit was mistyped.',
  },
  's10.serial': { vi: 'Số thứ tự bưu gửi phải có 8 chữ số.', en: 'The serial of an item number has 8 digits.' },
  'own-number.empty': { vi: 'Chưa nhập số hiệu bưu gửi.', en: 'No item number was entered.' },
  'own-number.prefix': { vi: 'Số hiệu không thuộc doanh nghiệp bưu chính này.', en: "The number is not one of this operator's." },
  'own-number.shape': { vi: 'Số hiệu bưu gửi không đúng dạng.', en: 'The item number does not have the right form.' },
  'own-number.check-digit': {
    vi: 'Số hiệu bưu gửi sai số kiểm tra: có ký tự gõ nhầm.',
    en: 'The check digit of the item number is wrong: a character was mistyped.',
  },
  'own-number.sequence': { vi: 'Số thứ tự nằm ngoài dải số hiệu.', en: 'The sequence is outside the range of numbers.' },
  'phone.empty': { vi: 'Chưa nhập số điện thoại.', en: 'No phone number was entered.' },
  'phone.characters': { vi: 'Số điện thoại chỉ gồm chữ số.', en: 'A phone number has digits only.' },
  'phone.length': { vi: 'Số điện thoại thiếu hoặc thừa chữ số.', en: 'The phone number has too few or too many digits.' },
  'phone.not-mobile': {
    vi: 'Cần số di động bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
    en: 'A mobile number beginning with 03, 05, 07, 08 or 09 is needed.',
  },
  'phone.not-vietnamese': { vi: 'Cần số điện thoại Việt Nam (+84).', en: 'A Vietnamese phone number (+84) is needed.' },
  'postcode.empty': { vi: 'Chưa nhập mã bưu chính.', en: 'No postcode was entered.' },
  'postcode.shape': { vi: 'Mã bưu chính gồm 5 chữ số.', en: 'A postcode has 5 digits.' },
  'postcode.six-digits': {
    vi: 'Đây là mã bưu chính 6 số cũ; mã hiện nay gồm 5 chữ số.',
    en: 'This is an old postcode of 6 digits; today it has 5.',
  },
  'digital-address.empty': { vi: 'Chưa nhập địa chỉ số.', en: 'No digital address was entered.' },
  'digital-address.shape': {
    vi: 'Địa chỉ số gồm 12 ký tự, 5 ký tự đầu là mã bưu chính.',
    en: 'A digital address has 12 characters, of which the first 5 are the postcode.',
  },
  'money.empty': { vi: 'Chưa nhập số tiền.', en: 'No amount was entered.' },
  'money.not-integer': { vi: 'Số tiền phải là số đồng nguyên.', en: 'The amount must be in whole đồng.' },
  'money.format': { vi: 'Không đọc được số tiền. Ví dụ: 120.000', en: 'The amount could not be read. Example: 120.000' },
  'money.quantity': { vi: 'Khối lượng tịnh phải lớn hơn 0.', en: 'The net content must be more than 0.' },
  'time.day': { vi: 'Ngày không hợp lệ.', en: 'The day is not valid.' },
  'time.period': { vi: 'Kỳ báo cáo không hợp lệ. Ví dụ: 2026-Q3', en: 'The period is not valid. Example: 2026-Q3' },
  'time.instant': { vi: 'Thời điểm không hợp lệ.', en: 'The time is not valid.' },
  'ocop.score': { vi: 'Điểm phải từ 0 đến 100.', en: 'A score is from 0 to 100.' },
};

/** The sentence for a code in a language. */
export function standardMessage(code: StandardCode, language: 'vi' | 'en' = 'vi'): string {
  return STANDARD_MESSAGES[code][language];
}
