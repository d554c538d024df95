import type { LegalText } from '../legal-texts.js';

export const TERMS_1: LegalText = {
  kind: 'terms',
  version: '2026-01',
  validFrom: '2026-01-01',
  basis: 'Luật Giao dịch điện tử 2023, Luật Bảo vệ quyền lợi người tiêu dùng 2023, Luật Bưu chính 2010',
  vi: [
    {
      heading: 'Ai bán, ai giao, ai giữ sàn',
      paragraphs: [
        'Người bán là hộ nông dân có tên trên trang sản phẩm. Chợ Xã là nơi người mua và hộ gặp nhau. Bưu điện nhận hàng của hộ, giao tới nhà và thu tiền hộ.',
        'Tên hộ, xã và tỉnh luôn hiện công khai. Số điện thoại và địa chỉ chi tiết của hộ chỉ hiện khi hộ tự đồng ý.',
      ],
    },
    {
      heading: 'Đặt hàng',
      paragraphs: [
        'Mua hàng không cần tài khoản. Giá hàng và cước gửi hiện đủ trước khi bạn bấm đặt; không có khoản nào thêm sau đó.',
        'Một lần đặt có thể gồm hàng của nhiều hộ; mỗi hộ gửi một bưu gửi riêng. Đơn của từng hộ có hiệu lực khi hộ bấm "Có hàng".',
        'Hộ không xác nhận kịp hoặc báo hết hàng thì phần đó được hủy và bạn không phải trả tiền.',
      ],
    },
    {
      heading: 'Trả tiền',
      paragraphs: [
        'Bạn trả tiền mặt cho bưu tá khi nhận hàng. Chợ Xã không giữ tiền của bạn và không mở ví.',
        'Tiền thu hộ được bưu điện đối soát rồi trả cho hộ. Số tiền không đổi sau khi hàng đã gửi.',
      ],
    },
    {
      heading: 'Trả hàng và khiếu nại',
      paragraphs: [
        'Hàng giao sai, hỏng hoặc không đúng nhãn được từ chối ngay khi nhận hoặc báo lại với hộ.',
        'Khiếu nại về bưu gửi: 6 tháng với mất hoặc chậm, 1 tháng với hư hỏng hoặc cước, theo Luật Bưu chính.',
      ],
    },
    {
      heading: 'Nhãn, sao OCOP và nguồn gốc',
      paragraphs: [
        'Thông tin do hộ tự khai được ghi là "tự khai". Chỉ điều đã có người kiểm tra mới ghi là đã kiểm tra.',
        'Sao OCOP chỉ hiện khi hai cán bộ khác nhau đã nhập và xác nhận quyết định, và chỉ đến ngày quyết định hết hạn.',
        'Mã nội bộ của sàn không phải mã GS1 và được ghi rõ như vậy.',
      ],
    },
    {
      heading: 'Thứ tự hiển thị',
      paragraphs: ['Kết quả tìm xếp theo mức khớp với từ bạn gõ; các thứ tự khác đúng như tên gọi. Không ai trả tiền để đứng trước.'],
    },
    {
      heading: 'Với hộ bán hàng',
      paragraphs: [
        'Hộ chịu trách nhiệm về hàng, giá và lời khai của mình. Bưu cục xã hoặc cán bộ duyệt hộ trước khi hàng được bày bán.',
        'Người của bưu cục chỉ làm thay hộ khi hộ ủy quyền; hộ thấy mọi việc đã làm thay và thu hồi được bất cứ lúc nào.',
        'Hàng bị cơ quan nhà nước yêu cầu gỡ được gỡ trong 24 giờ; hộ được báo lý do.',
      ],
    },
    {
      heading: 'Khi điều khoản thay đổi',
      paragraphs: [
        'Mỗi lần sửa là một phiên bản mới có ngày bắt đầu. Các phiên bản cũ vẫn đọc được ở trang này. Lần đăng nhập sau sẽ ghi nhận phiên bản bạn đã chấp nhận.',
      ],
    },
  ],
  en: [
    {
      heading: 'Who sells, who delivers, who runs the market',
      paragraphs: [
        'The seller is the farming household named on the product page. Chợ Xã is where shoppers and households meet. The post collects the goods, brings them to the door and takes the money for the household.',
        "A household's name, commune and province are always public. Its telephone number and exact address are shown only where the household agreed to it.",
      ],
    },
    {
      heading: 'Ordering',
      paragraphs: [
        'Nobody needs an account to buy. The price of the goods and the postage are shown in full before you order; nothing is added later.',
        'One order may hold goods of several households; each sends a parcel of its own. The part of a household is binding when it taps "In stock".',
        'Where a household does not confirm in time or has sold out, that part is cancelled and you owe nothing for it.',
      ],
    },
    {
      heading: 'Paying',
      paragraphs: [
        'You pay the postman in cash when the goods arrive. Chợ Xã holds none of your money and keeps no wallet.',
        'The post settles what it collected and pays it to the household. The amount does not change once the goods are on their way.',
      ],
    },
    {
      heading: 'Returns and complaints',
      paragraphs: [
        'Goods that are wrong, damaged or not as labelled may be refused at the door or reported to the household.',
        'Complaints about a parcel: within 6 months for loss or delay, within 1 month for damage or postage, by the Postal Law.',
      ],
    },
    {
      heading: 'Labels, OCOP stars and origin',
      paragraphs: [
        'What a household says of itself is marked "declared". Only what a person has checked is called checked.',
        'OCOP stars are shown only when two different officials have entered and confirmed the decision, and only until its last day.',
        'The internal number of this market is no GS1 number and says so.',
      ],
    },
    {
      heading: 'Order of results',
      paragraphs: ['Results are sorted by how well they fit your words; other orders do what their name says. Nobody pays to come first.'],
    },
    {
      heading: 'For households that sell',
      paragraphs: [
        'A household answers for its goods, prices and declarations. The commune post office or an official approves it before its goods are on sale.',
        'Post staff act for a household only under its delegation; the household sees everything done in its name and may take the delegation back at any time.',
        'Goods that an authority orders down are taken down within 24 hours, and the household is told why.',
      ],
    },
    {
      heading: 'When these terms change',
      paragraphs: [
        'Every change is a new version with a first day. Earlier versions stay readable on this page. The next sign-in records which version you accepted.',
      ],
    },
  ],
};
