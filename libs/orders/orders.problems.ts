import { defineProblems } from '@choxa/platform';

/** What can go wrong on the way from cart to money. */
export const orderProblem = defineProblems({
  'cart.empty': { status: 409, vi: 'Giỏ hàng đang trống.', en: 'The cart is empty.' },
  'cart.full': { status: 409, vi: 'Giỏ hàng đã đủ 50 dòng.', en: 'The cart already has 50 lines.' },
  'cart.changed': {
    status: 409,
    vi: 'Giỏ hàng đã thay đổi từ lúc bạn xem. Xin xem lại rồi đặt.',
    en: 'The cart has changed since you saw it. Please look again, then order.',
  },
  'stock.short': {
    status: 409,
    vi: 'Có mặt hàng không còn đủ số lượng. Xin xem lại giỏ hàng.',
    en: 'Some goods are no longer available in that quantity. Please look at your cart.',
  },
  'stock.changed': {
    status: 409,
    vi: 'Vừa có người mua: số còn lại đã khác. Xin xem số mới rồi sửa.',
    en: 'Somebody has just bought: another number is left now. Look at it, then change it.',
  },
  'quote.unavailable': {
    status: 409,
    vi: 'Bưu điện chưa báo được cước gửi. Xin thử lại sau ít phút.',
    en: 'The post cannot quote the postage just now. Please try again in a few minutes.',
  },
  'place.unknown': { status: 422, vi: 'Không nhận ra xã, phường này.', en: 'This commune is not known.' },
  'payment.method': {
    status: 409,
    vi: 'Có hộ trong giỏ chưa nhận cách trả tiền này. Xin chọn cách khác.',
    en: 'A household in the cart does not take this way of paying yet. Please choose another.',
  },
  'payment.not-awaited': {
    status: 409,
    vi: 'Đơn này không chờ chuyển khoản: đã trả rồi, hoặc trả khi nhận hàng.',
    en: 'No transfer is awaited for this order: it is paid already, or paid on delivery.',
  },
  'statement.unreadable': {
    status: 422,
    vi: 'Không đọc được tệp. Hãy tải sao kê dạng CSV từ ngân hàng của bạn.',
    en: 'The file cannot be read. Please download the statement as CSV from your bank.',
  },
  'statement.columns': {
    status: 422,
    vi: 'Không tìm thấy dòng tiêu đề có cột ngày, nội dung và số tiền.',
    en: 'No line of headings with date, description and amount was found.',
  },
  'statement.too-large': {
    status: 422,
    vi: 'Sao kê có hơn 5.000 dòng. Hãy chọn thời gian ngắn hơn.',
    en: 'The statement has more than 5,000 lines. Please choose a shorter time.',
  },
  'payment.awaited': {
    status: 409,
    vi: 'Khách chưa chuyển tiền cho đơn này. Tiền về rồi hãy gói hàng.',
    en: 'This order is not paid yet. Please pack it once the money has come.',
  },
  'webhook.signature': { status: 401, vi: 'Chữ ký của thông báo không đúng.', en: 'The signature of the notice is wrong.' },
  'phone.invalid': { status: 422, vi: 'Số điện thoại chưa đúng.', en: 'The phone number is not valid.' },
  'address.digital': {
    status: 422,
    vi: 'Mã địa chỉ số gồm 12 ký tự, năm ký tự đầu là mã bưu chính. Không có thì để trống.',
    en: 'A digital address has 12 characters, the first five are the postcode. Leave it empty if there is none.',
  },
  'address.too-many': {
    status: 409,
    vi: 'Bạn đã lưu đủ 20 địa chỉ. Xin xóa bớt một địa chỉ không dùng nữa.',
    en: 'You have saved 20 addresses already. Please delete one you no longer use.',
  },
  'confirmation.line-unknown': { status: 422, vi: 'Có mặt hàng không thuộc đơn này.', en: 'One of the lines is not of this order.' },
  'confirmation.too-many': { status: 422, vi: 'Số lượng nhiều hơn số đã đặt.', en: 'That is more than was ordered.' },
  'confirmation.nothing-left': {
    status: 422,
    vi: 'Không còn món nào: xin bấm “Hết hàng” cho cả đơn.',
    en: 'Nothing is left of the order: please say that all of it is sold out.',
  },
  'cancellation.too-late': {
    status: 409,
    vi: 'Hàng đã giao cho bưu điện hoặc đơn đã xong, không hủy được nữa.',
    en: 'The post already has it, or the order is finished: it can no longer be cancelled.',
  },
  'office.unknown': {
    status: 422,
    vi: 'Bưu cục này không giữ được hàng của đơn. Xin chọn bưu cục khác, hoặc nhận tại nhà.',
    en: 'This post office cannot keep this order. Please choose another one, or delivery to the address.',
  },
  'cod.verify-phone': {
    status: 409,
    vi: 'Để trả tiền khi nhận hàng cho đơn này, xin xác nhận số điện thoại bằng mã gửi qua tin nhắn.',
    en: 'To pay this order on delivery, please confirm the phone number with the code sent to it.',
  },
  'cod.too-many-open': {
    status: 409,
    vi: 'Số điện thoại này đang có nhiều đơn chờ giao. Xin chờ nhận bớt, hoặc chọn cách trả trước.',
    en: 'This phone already has many orders on the way. Please wait until some have arrived, or pay in advance.',
  },
  'cod.prepay-only': {
    status: 409,
    vi: 'Số điện thoại này đã nhiều lần không nhận hàng, nên lần này cần trả trước bằng chuyển khoản.',
    en: 'Parcels to this phone were refused several times, so this order has to be paid in advance.',
  },
  'point.half': {
    status: 422,
    vi: 'Vị trí trên bản đồ cần cả vĩ độ và kinh độ.',
    en: 'A point on the map needs both latitude and longitude.',
  },
  'packing.code-unknown': { status: 422, vi: 'Không nhận ra mã này.', en: 'This code is not known.' },
  'packing.other-product': {
    status: 409,
    vi: 'Sai hàng: sản phẩm này không có trong đơn.',
    en: 'Wrong goods: this product is not in the order.',
  },
  'packing.enough': { status: 409, vi: 'Đã đủ số lượng món này.', en: 'There is enough of it already.' },
  'packing.lot-recalled': {
    status: 409,
    vi: 'Lô này đang bị thu hồi: không được gửi. Xin để riêng ra.',
    en: 'This lot is being recalled and must not be sent. Put it aside.',
  },
  'packing.lot-expired': { status: 409, vi: 'Lô này đã quá hạn: không được gửi.', en: 'This lot is past its date and must not be sent.' },
  'packing.no-lot': { status: 409, vi: 'Gói này chưa có lô nào: không cần quét.', en: 'This pack has no lot: it need not be scanned.' },
  'parcels.units': {
    status: 422,
    vi: 'Số lượng trong các gói chưa khớp với số phải gửi.',
    en: 'The parcels do not hold exactly what is to be sent.',
  },
  'parcels.divided': {
    status: 409,
    vi: 'Đơn này đã chia gói rồi: nhãn có thể đã in, không chia lại được.',
    en: 'This order is divided into parcels already; labels may be printed, so it cannot be divided again.',
  },
  'pick-up.day': { status: 422, vi: 'Chọn ngày lấy hàng trong 7 ngày tới.', en: 'Choose a day within the next seven.' },
  'pick-up.parcels': {
    status: 409,
    vi: 'Có gói chưa có số bưu gửi, đã gửi, hoặc đang chờ lấy rồi.',
    en: 'One of the parcels has no number yet, was sent, or waits to be picked up already.',
  },
  'seller-order.state': {
    status: 409,
    vi: 'Đơn hàng không còn ở bước cho phép làm việc này.',
    en: 'The order is no longer at a step that allows this.',
  },
});
