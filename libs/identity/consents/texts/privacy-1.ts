import type { LegalText } from '../legal-texts.js';

export const PRIVACY_1: LegalText = {
  kind: 'privacy',
  version: '2026-01',
  validFrom: '2026-01-01',
  basis: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15',
  vi: [
    {
      heading: 'Chúng tôi giữ gì, để làm gì',
      paragraphs: [
        'Để giao hàng: tên người nhận, số điện thoại, địa chỉ, hàng đã mua và số tiền. Đây là hợp đồng giữa bạn và hộ, không cần đồng ý riêng.',
        'Để đăng nhập: số điện thoại, tên bạn tự đặt, các thiết bị đang đăng nhập. Mã đăng nhập chỉ được giữ ở dạng đã băm.',
        'Để bán hàng: tên hộ, người sản xuất, địa chỉ, số điện thoại, giấy tờ hộ nộp.',
        'Để làm đúng luật: nhật ký ai đã đổi tiền, trạng thái, quyền, và ai đã xem dữ liệu cá nhân.',
      ],
    },
    {
      heading: 'Ai thấy gì',
      paragraphs: [
        'Hộ và bưu điện chỉ thấy phần cần để gói và giao đơn của mình. Cán bộ giám sát không thấy người mua.',
        'Trang theo dõi bưu gửi và trang truy xuất không có tên, số điện thoại hay địa chỉ của người mua.',
        'Không có cookie quảng cáo, không có máy chủ bên ngoài, không bán dữ liệu cho ai.',
      ],
    },
    {
      heading: 'Những điều cần bạn đồng ý riêng',
      paragraphs: [
        'Nhận tin về hàng và mùa vụ; nhận lời nhắc bài học; hiện số điện thoại của hộ trên trang truy xuất; hiện địa chỉ chi tiết của hộ trên trang truy xuất.',
        'Mỗi điều là một lựa chọn riêng, mặc định là không. Bật và tắt đều bằng một nút ở trang "Dữ liệu của tôi". Tắt rồi thì dừng ngay; mua và bán vẫn như cũ.',
        'Chúng tôi giữ lịch sử bạn đã đồng ý hay rút lại lúc nào, theo phiên bản nào.',
      ],
    },
    {
      heading: 'Giữ bao lâu',
      paragraphs: [
        'Đơn hàng: ít nhất 3 năm; thông tin bày bán: ít nhất 1 năm, theo luật thương mại điện tử.',
        'Mã đăng nhập: 2 ngày. Thiết bị đăng nhập: 90 ngày kể từ khi mở. Bản ghi chống đặt trùng: 1 ngày.',
      ],
    },
    {
      heading: 'Quyền của bạn',
      paragraphs: [
        'Xem và tải về mọi dữ liệu của mình bất cứ lúc nào, thành một tệp.',
        'Yêu cầu xóa: được trả lời trong 2 ngày làm việc và thực hiện trong 15 ngày làm việc. Trước khi thực hiện bạn có 3 ngày làm việc để đổi ý.',
        'Chưa xóa được khi còn đơn đang giao, hàng đang gửi hoặc tiền thu hộ chưa xong; chúng tôi nói rõ còn vướng gì và tự xóa khi hết vướng.',
      ],
    },
    {
      heading: 'Sau khi xóa còn lại gì',
      paragraphs: [
        'Đơn đã xong được giữ không kèm tên, số điện thoại, địa chỉ: chỉ còn xã, hàng và số tiền, để số liệu thống kê không đổi.',
        'Hộ chỉ có một người thì ngừng bán, tên và địa chỉ của hộ được bỏ. Hộ còn người khác thì vẫn bán.',
        'Bưu điện giữ hồ sơ bưu gửi theo thời hạn riêng của Luật Bưu chính và luật kế toán. Nhật ký kiểm tra chỉ giữ mã số, không giữ tên.',
        'Nhãn đã in và hồ sơ lô hàng được giữ để truy xuất thực phẩm theo luật.',
      ],
    },
    {
      heading: 'Khi có sự cố',
      paragraphs: ['Nếu dữ liệu bị lộ, chúng tôi báo cơ quan có thẩm quyền và người bị ảnh hưởng trong 72 giờ.'],
    },
  ],
  en: [
    {
      heading: 'What we keep, and why',
      paragraphs: [
        "To deliver: the recipient's name, telephone number, address, the goods and the amounts. This is the contract between you and the household and needs no consent of its own.",
        'To sign in: your telephone number, the name you chose, your signed-in devices. Sign-in codes are kept hashed only.',
        "To sell: the household's name, who makes the goods, its address, its telephone number, the documents it handed in.",
        'To obey the law: a record of who changed money, status or rights, and of who looked at personal data.',
      ],
    },
    {
      heading: 'Who sees what',
      paragraphs: [
        'Households and the post see only what they need to pack and deliver their own orders. Officials never see a buyer.',
        "The pages for tracking parcels and tracing goods carry no buyer's name, telephone number or address.",
        'No advertising cookies, no servers elsewhere, no sale of data to anybody.',
      ],
    },
    {
      heading: 'What needs your own consent',
      paragraphs: [
        "News of goods and seasons; reminders of lessons; showing the household's telephone number on its trace pages; showing its exact address there.",
        'Each is a choice of its own, and off unless you turn it on. One button on the page "My data" turns it on and off. Once off, it ends at once; buying and selling go on as before.',
        'We keep the history of when you agreed or withdrew, and under which version.',
      ],
    },
    {
      heading: 'For how long',
      paragraphs: [
        'Orders: at least 3 years; listings: at least 1 year, by the law on e-commerce.',
        'Sign-in codes: 2 days. Signed-in devices: 90 days from their opening. Records against double orders: 1 day.',
      ],
    },
    {
      heading: 'Your rights',
      paragraphs: [
        'See and download all your data at any time, as one file.',
        'Ask for deletion: it is answered within 2 working days and done within 15 working days. Before that you have 3 working days to change your mind.',
        'While an order is under way, goods are in the post or cash on delivery is not settled, nothing can be deleted yet; we say what is open, and delete by ourselves when it is done.',
      ],
    },
    {
      heading: 'What is left after deletion',
      paragraphs: [
        'Finished orders are kept without name, telephone number and street: only the commune, the goods and the amounts, so that statistics stay the same.',
        'A household with nobody else stops selling, and its name and address are removed. A household with other people goes on.',
        'The post keeps its own parcel records for the periods of the Postal Law and the accounting law. The audit trail keeps numbers, no names.',
        'Printed labels and the records of lots are kept, as the law on tracing food demands.',
      ],
    },
    {
      heading: 'If something goes wrong',
      paragraphs: ['If data are exposed, we tell the authority and those affected within 72 hours.'],
    },
  ],
};
