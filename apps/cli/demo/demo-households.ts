/** An invented household of the demo. `commune` is a commune code of 2025. */
export interface DemoHousehold {
  key: string;
  name: string;
  person: string;
  commune: string;
  street: string;
}

// Invented people. Their phones are made from 0500…, which no Vietnamese network uses.
export const DEMO_HOUSEHOLDS: readonly DemoHousehold[] = [
  { key: 'da-lat', name: 'Hộ Trần Văn Bền', person: 'Trần Văn Bền', commune: '24778', street: 'Thôn 3, đường Vạn Thành' },
  { key: 'thai-nguyen', name: 'Hộ chè Đỗ Thị Xuân', person: 'Đỗ Thị Xuân', commune: '05503', street: 'Xóm Hồng Thái' },
  { key: 'moc-chau', name: 'Hộ Lò Văn Piêng', person: 'Lò Văn Piêng', commune: '03980', street: 'Bản Áng' },
  { key: 'phu-quoc', name: 'Nhà thùng Bà Sáu Lành', person: 'Huỳnh Thị Lành', commune: '31078', street: 'Khu phố 5, đường 30 Tháng 4' },
  { key: 'dong-van', name: 'Hộ Sùng Mí Và', person: 'Sùng Mí Và', commune: '00721', street: 'Thôn Má Lủng' },
  { key: 'bat-trang', name: 'Lò gốm Nguyễn Đức Thịnh', person: 'Nguyễn Đức Thịnh', commune: '00577', street: 'Xóm 2, làng gốm' },
  { key: 'hoi-an', name: 'Hộ Phan Thị Cúc', person: 'Phan Thị Cúc', commune: '20410', street: 'Khối Thanh Nam' },
  { key: 'cau-ke', name: 'Hộ Thạch Sô Phia', person: 'Thạch Sô Phia', commune: '29308', street: 'Ấp Chông Nô' },
  { key: 'o-loan', name: 'Hộ Ngô Văn Lực', person: 'Ngô Văn Lực', commune: '22147', street: 'Thôn Tân Quy' },
  { key: 'sa-dec', name: 'Vườn hoa Lê Thành Nhân', person: 'Lê Thành Nhân', commune: '29905', street: 'Khóm Tân Mỹ' },
  { key: 'cai-be', name: 'Hộ Nguyễn Thị Út', person: 'Nguyễn Thị Út', commune: '28360', street: 'Ấp Mỹ Hưng' },
  { key: 'ly-son', name: 'Hộ Bùi Văn Đảo', person: 'Bùi Văn Đảo', commune: '21548', street: 'Thôn Tây An Vĩnh' },
  { key: 'nam-can', name: 'Hộ Trương Văn Đước', person: 'Trương Văn Đước', commune: '32191', street: 'Ấp Trại Lưới' },
  { key: 'ta-van', name: 'Hộ Giàng Thị May', person: 'Giàng Thị May', commune: '03037', street: 'Bản Tả Van Giáy' },
  { key: 'kim-son', name: 'Cơ sở cói Phạm Thị Hòa', person: 'Phạm Thị Hòa', commune: '14638', street: 'Xóm 7' },
  { key: 'nam-dan', name: 'Hộ Hồ Sỹ Tương', person: 'Hồ Sỹ Tương', commune: '17935', street: 'Xóm Bắc Sơn' },
  { key: 'cam-lam', name: 'Hộ Võ Thị Xoài', person: 'Võ Thị Xoài', commune: '22453', street: 'Thôn Tân Xương' },
  { key: 'huong-son', name: 'Trại hươu Phan Đình Lộc', person: 'Phan Đình Lộc', commune: '18133', street: 'Thôn Đông Hải' },
  { key: 'vi-thuy', name: 'Hộ Lâm Văn Khóm', person: 'Lâm Văn Khóm', commune: '31441', street: 'Ấp 4' },
  { key: 'buon-ma-thuot', name: 'Hộ Y Bhăm Êban', person: 'Y Bhăm Êban', commune: '24133', street: 'Buôn Akõ Dhông' },
  { key: 'mang-den', name: 'Hộ A Thuận', person: 'A Thuận', commune: '23473', street: 'Thôn Kon Pring' },
  { key: 'thanh-ha', name: 'Vườn vải Nguyễn Văn Thiều', person: 'Nguyễn Văn Thiều', commune: '10813', street: 'Thôn Thúy Lâm' },
  { key: 'trung-khanh', name: 'Hộ Nông Thị Dẻ', person: 'Nông Thị Dẻ', commune: '01477', street: 'Xóm Pác Ngà' },
  { key: 'binh-lieu', name: 'Hộ Chìu Tắc Chíu', person: 'Chìu Tắc Chíu', commune: '06838', street: 'Bản Sông Moóc' },
  { key: 'na-ri', name: 'Cơ sở miến Hoàng Văn Dong', person: 'Hoàng Văn Dong', commune: '02155', street: 'Thôn Nà Pì' },
  { key: 'phong-dien', name: 'Hộ Trần Thị Tràm', person: 'Trần Thị Tràm', commune: '19819', street: 'Thôn Phò Trạch' },
  { key: 'hai-lang', name: 'Hộ Lê Văn Ném', person: 'Lê Văn Ném', commune: '19702', street: 'Thôn Đại An Khê' },
  { key: 'trang-bang', name: 'Lò bánh Đặng Thị Phơi', person: 'Đặng Thị Phơi', commune: '25708', street: 'Khu phố Lộc Du' },
];
