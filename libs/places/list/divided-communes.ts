import { spellingKey } from '@choxa/standards';
import { splitOfficialName } from '../names/kinds.js';

// The published list names one heir for each former commune, also for those that were divided. Which ones were divided, and among
// whom, stands in the resolutions. Each entry is a clause: the commune of today and the former ones of which it got a part
// ("một phần" or "phần còn lại"); those it got as a whole are in the published list.

/** `heirs`: commune of today → former communes of which it got a part; a kind holds for the names behind it, a district is in brackets. */
export interface Division {
  /** Province of the former communes. */
  province: string;
  /** Province of the heirs, where it has another name. */
  now?: string;
  basis: string;
  heirs: Readonly<Record<string, string>>;
}

export const DIVISIONS: readonly Division[] = [
  {
    province: 'Thành phố Hà Nội',
    basis: '1656/NQ-UBTVQH15',
    heirs: {
      'Phường Hoàn Kiếm': 'phường Cửa Đông, Cửa Nam, Điện Biên, Đồng Xuân, Hàng Bông, Hàng Trống, Tràng Tiền',
      'Phường Cửa Nam': 'phường Cửa Nam, Nguyễn Du, Phạm Đình Hổ, Hàng Bông, Hàng Trống, Tràng Tiền',
      'Phường Ba Đình': 'phường Cửa Nam, Điện Biên, Đội Cấn, Kim Mã, Ngọc Hà, Thụy Khuê, Cửa Đông, Đồng Xuân',
      'Phường Ngọc Hà': 'phường Cống Vị, Kim Mã, Ngọc Khánh, Nghĩa Đô, Đội Cấn, Ngọc Hà',
      'Phường Giảng Võ': 'phường Cát Linh, Láng Hạ, Ngọc Khánh, Thành Công, Cống Vị, Kim Mã',
      'Phường Hai Bà Trưng': 'phường Bạch Đằng, Lê Đại Hành, Nguyễn Du, Thanh Nhàn, Phạm Đình Hổ',
      'Phường Vĩnh Tuy': 'phường Mai Động, Thanh Lương, Vĩnh Hưng, Vĩnh Tuy',
      'Phường Bạch Mai': 'phường Minh Khai (Hai Bà Trưng), Đồng Tâm, Lê Đại Hành, Phương Mai, Trương Định, Thanh Nhàn',
      'Phường Đống Đa': 'phường Quang Trung (Đống Đa), Láng Hạ, Nam Đồng, Ô Chợ Dừa, Trung Liệt',
      'Phường Kim Liên': 'phường Nam Đồng, Phương Liên - Trung Tự, Trung Liệt, Phương Mai, Quang Trung (Đống Đa)',
      'Phường Văn Miếu - Quốc Tử Giám':
        'phường Điện Biên, Hàng Bột, Văn Miếu - Quốc Tử Giám, Cửa Nam, Lê Đại Hành, Nam Đồng, Nguyễn Du, Phương Liên - Trung Tự',
      'Phường Láng': 'phường Láng Hạ, Ngọc Khánh',
      'Phường Ô Chợ Dừa': 'phường Cát Linh, Điện Biên, Thành Công, Ô Chợ Dừa, Trung Liệt, Hàng Bột, Văn Miếu - Quốc Tử Giám',
      'Phường Hồng Hà': 'phường Nhật Tân, Phú Thượng, Quảng An, Thanh Lương, Tứ Liên, Yên Phụ, Bồ Đề, Ngọc Thụy, Bạch Đằng',
      'Phường Lĩnh Nam': 'phường Lĩnh Nam, Thanh Trì, Trần Phú, Yên Sở, Thanh Lương',
      'Phường Hoàng Mai':
        'phường Giáp Bát, Hoàng Liệt, Hoàng Văn Thụ, Lĩnh Nam, Tân Mai, Thịnh Liệt, Tương Mai, Trần Phú, Vĩnh Hưng, Yên Sở',
      'Phường Vĩnh Hưng': 'phường Vĩnh Hưng, Lĩnh Nam, Thanh Trì, Vĩnh Tuy',
      'Phường Tương Mai':
        'phường Giáp Bát, Phương Liệt, Mai Động, Minh Khai (Hai Bà Trưng), Đồng Tâm, Trương Định, Hoàng Văn Thụ, Tân Mai, Tương Mai, Vĩnh Hưng',
      'Phường Định Công': 'phường Định Công, Hoàng Liệt, Thịnh Liệt, Đại Kim, Giáp Bát; xã Tân Triều, Thanh Liệt',
      'Phường Hoàng Liệt': 'phường Hoàng Liệt, Đại Kim; thị trấn Văn Điển; xã Tam Hiệp (Thanh Trì), Thanh Liệt',
      'Phường Yên Sở': 'phường Thịnh Liệt, Yên Sở, Hoàng Liệt, Trần Phú; xã Tứ Hiệp',
      'Phường Thanh Xuân': 'phường Nhân Chính, Thanh Xuân Bắc, Thanh Xuân Trung, Thượng Đình, Trung Hòa, Trung Văn',
      'Phường Khương Đình': 'phường Hạ Đình, Khương Đình, Khương Trung, Đại Kim, Thanh Xuân Trung, Thượng Đình; xã Tân Triều',
      'Phường Phương Liệt': 'phường Thịnh Liệt, Phương Liệt, Định Công, Khương Đình, Khương Trung',
      'Phường Cầu Giấy': 'phường Dịch Vọng, Dịch Vọng Hậu, Quan Hoa, Mỹ Đình 1, Mỹ Đình 2, Yên Hòa',
      'Phường Nghĩa Đô': 'phường Cổ Nhuế 1, Mai Dịch, Nghĩa Đô, Xuân La, Xuân Tảo, Dịch Vọng, Dịch Vọng Hậu, Quan Hoa',
      'Phường Yên Hòa': 'phường Mễ Trì, Nhân Chính, Trung Hòa, Yên Hòa',
      'Phường Tây Hồ': 'phường Phú Thượng, Xuân La, Nhật Tân, Quảng An, Tứ Liên, Yên Phụ, Nghĩa Đô, Thụy Khuê',
      'Phường Phú Thượng': 'phường Đông Ngạc, Xuân La, Xuân Đỉnh, Xuân Tảo, Phú Thượng',
      'Phường Tây Tựu': 'phường Minh Khai (Bắc Từ Liêm), Tây Tựu; xã Kim Chung (Hoài Đức)',
      'Phường Phú Diễn': 'phường Cổ Nhuế 1, Mai Dịch, Phúc Diễn',
      'Phường Xuân Đỉnh': 'phường Xuân Đỉnh, Cổ Nhuế 1, Xuân La, Xuân Tảo',
      'Phường Đông Ngạc': 'phường Cổ Nhuế 2, Thụy Phương, Minh Khai (Bắc Từ Liêm), Đông Ngạc, Xuân Đỉnh',
      'Phường Thượng Cát': 'phường Minh Khai (Bắc Từ Liêm), Tây Tựu, Cổ Nhuế 2, Thụy Phương',
      'Phường Từ Liêm': 'phường Mễ Trì, Phú Đô, Mai Dịch, Mỹ Đình 1, Mỹ Đình 2',
      'Phường Xuân Phương': 'phường Đại Mỗ, Tây Mỗ, Minh Khai (Bắc Từ Liêm), Phúc Diễn; xã Vân Canh',
      'Phường Tây Mỗ': 'phường Đại Mỗ, Dương Nội, Tây Mỗ; xã An Khánh',
      'Phường Đại Mỗ': 'phường Dương Nội, Đại Mỗ, Mộ Lao, Mễ Trì, Nhân Chính, Trung Hòa, Phú Đô, Trung Văn',
      'Phường Long Biên': 'phường Cự Khối, Phúc Đồng, Thạch Bàn, Long Biên, Bồ Đề, Gia Thụy; xã Bát Tràng',
      'Phường Bồ Đề': 'phường Đức Giang, Gia Thụy, Thượng Thanh, Phúc Đồng, Ngọc Thụy, Bồ Đề, Long Biên',
      'Phường Việt Hưng': 'phường Giang Biên, Phúc Đồng, Việt Hưng, Phúc Lợi, Gia Thụy, Đức Giang, Thượng Thanh',
      'Phường Phúc Lợi': 'phường Thạch Bàn, Giang Biên, Việt Hưng, Phúc Lợi, Phúc Đồng; xã Cổ Bi',
      'Phường Hà Đông': 'phường Quang Trung (Hà Đông), Đại Mỗ, Hà Cầu, La Khê, Văn Quán, Mộ Lao; xã Tân Triều',
      'Phường Dương Nội': 'phường Dương Nội, Phú La, Yên Nghĩa, Đại Mỗ, La Khê; xã La Phù',
      'Phường Yên Nghĩa': 'phường Đồng Mai, Yên Nghĩa',
      'Phường Phú Lương': 'phường Kiến Hưng, Phú Lương; xã Cự Khê, Hữu Hòa',
      'Phường Kiến Hưng': 'phường Kiến Hưng, Phú Lương, Quang Trung (Hà Đông), Hà Cầu, Phú La',
      'Phường Thanh Liệt': 'phường Đại Kim, Thanh Xuân Bắc, Hạ Đình, Văn Quán; xã Tả Thanh Oai, Thanh Liệt, Tân Triều',
      'Phường Chương Mỹ': 'phường Đồng Mai',
      'Phường Sơn Tây': 'phường Trung Hưng, Sơn Lộc; xã Thanh Mỹ',
      'Phường Tùng Thiện': 'phường Trung Hưng, Sơn Lộc; xã Thanh Mỹ',
      'Xã Thanh Trì': 'phường Yên Sở; thị trấn Văn Điển; xã Ngũ Hiệp, Vĩnh Quỳnh, Yên Mỹ, Duyên Hà, Tứ Hiệp',
      'Xã Đại Thanh': 'phường Kiến Hưng; thị trấn Văn Điển; xã Tam Hiệp (Thanh Trì), Hữu Hòa, Tả Thanh Oai, Vĩnh Quỳnh',
      'Xã Nam Phù': 'xã Liên Ninh, Ninh Sở, Đông Mỹ, Duyên Thái, Ngũ Hiệp, Yên Mỹ, Duyên Hà',
      'Xã Ngọc Hồi': 'xã Duyên Thái, Đại Áng, Khánh Hà, Liên Ninh',
      'Xã Thường Tín': 'xã Đại Áng, Khánh Hà',
      'Xã Chương Dương': 'xã Tô Hiệu, Vạn Nhất',
      'Xã Hồng Vân': 'xã Duyên Thái, Ninh Sở, Đông Mỹ',
      'Xã Phú Xuyên': 'xã Tô Hiệu, Vạn Nhất',
      'Xã Thanh Oai': 'xã Kim Thư',
      'Xã Bình Minh': 'phường Phú Lương; xã Lam Điền, Cự Khê',
      'Xã Phúc Sơn': 'xã Đồng Tâm',
      'Xã Xuân Mai': 'xã Tân Tiến',
      'Xã Trần Phú': 'xã Đồng Tâm, Tân Tiến',
      'Xã Hòa Phú': 'xã Kim Thư',
      'Xã Quảng Bị': 'xã Lam Điền',
      'Xã Minh Châu': 'thị trấn Tây Đằng; xã Chu Minh',
      'Xã Quảng Oai': 'thị trấn Tây Đằng; xã Thụy An, Chu Minh',
      'Xã Bất Bạt': 'xã Cẩm Lĩnh, Minh Quang',
      'Xã Suối Hai': 'xã Thụy An, Cẩm Lĩnh',
      'Xã Ba Vì': 'xã Minh Quang',
      'Xã Yên Bài': 'xã Thạch Hòa',
      'Xã Đoài Phương': 'xã Cổ Đông',
      'Xã Hạ Bằng': 'xã Bình Yên, Hạ Bằng, Tân Xã, Phú Cát',
      'Xã Tây Phương': 'thị trấn Quốc Oai; xã Quang Trung, Ngọc Liệp, Phượng Sơn',
      'Xã Hòa Lạc': 'xã Tiến Xuân, Thạch Hòa, Cổ Đông, Bình Yên, Hạ Bằng, Tân Xã',
      'Xã Yên Xuân': 'xã Tiến Xuân, Thạch Hòa',
      'Xã Quốc Oai': 'thị trấn Quốc Oai; xã Ngọc Mỹ, Phượng Sơn',
      'Xã Kiều Phú': 'xã Ngọc Liệp, Quang Trung, Ngọc Mỹ',
      'Xã Phú Cát': 'xã Phú Cát',
      'Xã Hoài Đức': 'phường Tây Tựu; xã Tân Lập, Kim Chung (Hoài Đức)',
      'Xã Sơn Đồng': 'xã An Khánh, Song Phương, Vân Côn, An Thượng, Vân Canh',
      'Xã An Khánh': 'phường Dương Nội; xã An Khánh, La Phù, Song Phương, Vân Côn, An Thượng',
      'Xã Ô Diên': 'phường Tây Tựu; xã Liên Hà (Đan Phượng), Hồng Hà, Liên Hồng, Liên Trung, Văn Khê, Tân Lập',
      'Xã Liên Minh': 'xã Trung Châu, Thọ Xuân, Thọ An, Hồng Hà, Tiến Thịnh',
      'Xã Gia Lâm': 'phường Thạch Bàn; thị trấn Trâu Quỳ; xã Phú Sơn (Gia Lâm), Cổ Bi, Đa Tốn, Bát Tràng',
      'Xã Thuận An': 'xã Đặng Xá, Phú Sơn (Gia Lâm)',
      'Xã Bát Tràng': 'phường Cự Khối, Thạch Bàn; thị trấn Trâu Quỳ; xã Đa Tốn, Bát Tràng',
      'Xã Phù Đổng': 'xã Cổ Bi, Đặng Xá',
      'Xã Thư Lâm': 'thị trấn Đông Anh; xã Xuân Nộn, Liên Hà (Đông Anh), Dục Tú, Nguyên Khê, Uy Nỗ, Việt Hùng',
      'Xã Đông Anh': 'thị trấn Đông Anh; xã Tàm Xá, Tiên Dương, Vĩnh Ngọc, Xuân Canh, Liên Hà (Đông Anh), Dục Tú, Uy Nỗ, Việt Hùng',
      'Xã Phúc Thịnh': 'thị trấn Đông Anh; xã Vĩnh Ngọc, Nguyên Khê, Xuân Nộn, Tiên Dương',
      'Xã Thiên Lộc': 'xã Kim Chung (Đông Anh), Đại Mạch, Kim Nỗ, Tiền Phong (Mê Linh), Hải Bối',
      'Xã Vĩnh Thanh': 'xã Tàm Xá, Xuân Canh, Vĩnh Ngọc, Kim Chung (Đông Anh), Hải Bối, Kim Nỗ',
      'Xã Mê Linh': 'xã Tiền Phong (Mê Linh), Văn Khê, Mê Linh, Đại Thịnh, Hồng Hà, Liên Hà (Đan Phượng), Liên Hồng, Liên Trung, Đại Mạch',
      'Xã Yên Lãng': 'xã Thạch Đà, Văn Khê, Tiến Thịnh, Trung Châu, Thọ Xuân, Thọ An, Hồng Hà',
      'Xã Tiến Thắng': 'xã Đại Thịnh, Kim Hoa, Thanh Lâm, Văn Khê, Thạch Đà',
      'Xã Quang Minh': 'xã Mê Linh, Tiền Phong (Mê Linh), Đại Thịnh, Kim Hoa, Thanh Lâm',
      'Xã Sóc Sơn': 'xã Mai Đình, Phú Minh, Quang Tiến',
      'Xã Nội Bài': 'xã Mai Đình, Phú Minh, Quang Tiến',
    },
  },
  {
    province: 'Thành phố Hồ Chí Minh',
    basis: '1685/NQ-UBTVQH15',
    heirs: {
      'Phường Sài Gòn': 'phường Đa Kao, Nguyễn Thái Bình',
      'Phường Tân Định': 'phường Đa Kao',
      'Phường Bến Thành': 'phường Cầu Ông Lãnh, Nguyễn Thái Bình',
      'Phường Cầu Ông Lãnh': 'phường Cầu Ông Lãnh',
      'Phường Bàn Cờ': 'phường 4 (3)',
      'Phường Xuân Hòa': 'phường 4 (3)',
      'Phường Xóm Chiếu': 'phường 15 (4)',
      'Phường Khánh Hội': 'phường 2 (4), 4 (4), 15 (4)',
      'Phường Vĩnh Hội': 'phường 2 (4), 4 (4)',
      'Phường Bình Phú': 'phường 16 (8)',
      'Phường Phú Định': 'phường 16 (8)',
      'Xã Tân Nhựt': 'phường 16 (8), Tân Tạo A; xã Tân Kiên',
      'Phường Phú Thuận': 'phường Phú Mỹ',
      'Phường Tân Mỹ': 'phường Phú Mỹ',
      'Phường Chánh Hưng': 'phường 5 (8)',
      'Phường Bình Đông': 'phường 5 (8), 7 (8); xã An Phú Tây',
      'Xã Bình Hưng': 'phường 7 (8)',
      'Xã Bình Chánh': 'xã An Phú Tây',
      'Phường Diên Hồng': 'phường 14 (10)',
      'Phường Hòa Hưng': 'phường 14 (10)',
      'Phường Bình Thới': 'phường 8 (11)',
      'Phường Phú Thọ': 'phường 8 (11)',
      'Phường Bình Tân': 'phường Bình Trị Đông A, Tân Tạo',
      'Phường Tân Tạo': 'phường Tân Tạo A, Tân Tạo; xã Tân Kiên',
      'Phường Bình Trị Đông': 'phường Bình Hưng Hòa A, Bình Trị Đông A',
      'Phường Bình Hưng Hòa': 'phường Sơn Kỳ, Bình Hưng Hòa A',
      'Xã Vĩnh Lộc': 'xã Phạm Văn Hai',
      'Xã Tân Vĩnh Lộc': 'phường Tân Tạo; xã Phạm Văn Hai',
      'Phường Cầu Kiệu': 'phường 15 (Phú Nhuận)',
      'Phường Phú Nhuận': 'phường 15 (Phú Nhuận)',
      'Phường Tân Bình': 'phường 15 (Tân Bình)',
      'Phường Tân Sơn': 'phường 15 (Tân Bình)',
      'Phường Tây Thạnh': 'phường Sơn Kỳ',
      'Phường Tân Sơn Nhì': 'phường Sơn Kỳ, Tân Quý, Tân Thành',
      'Phường Phú Thọ Hòa': 'phường Tân Thành, Tân Quý',
      'Phường Tân Phú': 'phường Tân Thới Hòa, Tân Thành',
      'Phường Phú Thạnh': 'phường Tân Thới Hòa',
      'Phường Hiệp Bình': 'phường Linh Đông',
      'Phường Thủ Đức': 'phường Linh Tây, Linh Đông',
      'Phường Linh Xuân': 'phường Linh Tây',
      'Phường Tăng Nhơn Phú': 'phường Long Thạnh Mỹ',
      'Phường Long Bình': 'phường Long Thạnh Mỹ',
      'Phường Bình Trưng': 'phường An Phú (Thủ Đức)',
      'Phường An Khánh': 'phường An Phú (Thủ Đức)',
      'Xã Bình Khánh': 'xã An Thới Đông',
      'Xã An Thới Đông': 'xã An Thới Đông',
    },
  },
  {
    province: 'Tỉnh Bình Dương',
    now: 'Thành phố Hồ Chí Minh',
    basis: '1685/NQ-UBTVQH15',
    heirs: {
      'Phường Dĩ An': 'phường Tân Đông Hiệp',
      'Phường Tân Đông Hiệp': 'phường Thái Hòa, Tân Đông Hiệp',
      'Phường Tân Khánh': 'phường Thái Hòa',
      'Phường An Phú': 'phường Bình Chuẩn',
      'Phường Thuận Giao': 'phường Bình Chuẩn',
      'Phường Bình Hòa': 'phường Vĩnh Phú',
      'Phường Lái Thiêu': 'phường Vĩnh Phú',
      'Phường Thủ Dầu Một': 'phường Hiệp Thành, Chánh Mỹ',
      'Phường Phú Lợi': 'phường Hiệp Thành',
      'Phường Chánh Hiệp': 'phường Hiệp An, Chánh Mỹ',
      'Phường Phú An': 'phường Hiệp An',
      'Phường Tây Nam': 'xã Thanh Tuyền, An Lập',
      'Xã Thanh An': 'xã Định Hiệp, Thanh Tuyền, An Lập',
      'Xã Dầu Tiếng': 'xã Định Hiệp',
      'Phường Long Nguyên': 'phường Mỹ Phước',
      'Phường Bến Cát': 'phường Mỹ Phước',
      'Phường Tân Uyên': 'xã Tân Mỹ',
      'Xã Thường Tân': 'xã Tân Mỹ',
      'Xã Phú Giáo': 'xã Tam Lập',
      'Xã Phước Hòa': 'xã Tam Lập',
      'Xã Trừ Văn Thố': 'thị trấn Lai Uyên',
      'Xã Bàu Bàng': 'thị trấn Lai Uyên',
      'Xã Long Hòa': 'xã Minh Tân, Minh Thạnh',
      'Xã Minh Thạnh': 'xã Minh Tân, Minh Thạnh',
    },
  },
];

/** A former commune as a clause names it. */
export interface NamedPart {
  /** Full name, as `spellingKey` writes it. */
  spelling: string;
  /** Bare name of its district, where the name alone is not enough. */
  district: string | null;
}

/** Reads the text of one heir: `phường Cự Khối, Bồ Đề; xã Phú Sơn (Gia Lâm)`. */
export function partsOf(text: string): NamedPart[] {
  return text.split(';').flatMap((group) => {
    const kind = /^\s*(phường|xã|thị trấn) /u.exec(group)![1]!;
    return group
      .trim()
      .slice(kind.length)
      .split(',')
      .map((piece) => {
        const [, name, district] = /^(.+?)(?: \((.+)\))?$/u.exec(piece.trim())!;
        return { spelling: spellingKey(`${kind} ${name}`), district: district ? spellingKey(district) : null };
      });
  });
}

/** Whether a former district is the one a clause puts in brackets. */
export function isDistrict(fullName: string, spelling: string): boolean {
  return spellingKey(splitOfficialName(fullName).bare) === spelling;
}
