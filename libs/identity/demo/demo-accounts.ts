import type { Config, Role } from '@choxa/platform';
import { STAFF_ROLES } from '../sessions/session.rules.js';

/** One of the invented people a visitor of the demo may be. The seed makes their accounts and gives them their roles. */
export interface DemoAccount {
  key:
    | 'shopper'
    | 'household'
    | 'clerk'
    | 'cashier'
    | 'hubClerk'
    | 'deliveryClerk'
    | 'courier'
    | 'deliveryCourier'
    | 'postalManager'
    | 'payingManager'
    | 'officialOfProvince'
    | 'officialOfNation'
    | 'secondOfficialOfNation';
  role: Role;
  roleVi: string;
  roleEn: string;
  name: string;
  /** E.164. */
  phone: string;
}

// 050… is no mobile prefix in use, so no demo number is anybody's.
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { key: 'shopper', role: 'shopper', roleVi: 'Người mua', roleEn: 'Shopper', name: 'Lê Thị Mai Hương', phone: '+84500000001' },
  { key: 'household', role: 'household', roleVi: 'Hộ nông dân', roleEn: 'Farming household', name: 'Trần Văn Bền', phone: '+84500000002' },
  {
    key: 'clerk',
    role: 'clerk',
    roleVi: 'Giao dịch viên bưu cục',
    roleEn: 'Post office clerk',
    name: 'Phạm Thị Ngọc Lan',
    phone: '+84500000003',
  },
  {
    key: 'cashier',
    role: 'clerk',
    roleVi: 'Thủ quỹ cùng bưu cục',
    roleEn: 'Cashier of the same post office',
    name: 'Đỗ Thị Kim Oanh',
    phone: '+84500000008',
  },
  {
    key: 'hubClerk',
    role: 'clerk',
    roleVi: 'Nhân viên trung tâm khai thác',
    roleEn: 'Clerk of the sorting hubs',
    name: 'Trịnh Văn Đức',
    phone: '+84500000009',
  },
  {
    key: 'deliveryClerk',
    role: 'clerk',
    roleVi: 'Giao dịch viên bưu cục phát',
    roleEn: 'Clerk of a delivery office',
    name: 'Hồ Ngọc Diệp',
    phone: '+84500000010',
  },
  { key: 'courier', role: 'courier', roleVi: 'Bưu tá', roleEn: 'Postman', name: 'Nguyễn Quốc Thắng', phone: '+84500000004' },
  {
    key: 'deliveryCourier',
    role: 'courier',
    roleVi: 'Bưu tá bưu cục phát',
    roleEn: 'Postman of the delivery office',
    name: 'Lâm Văn Tài',
    phone: '+84500000012',
  },
  {
    key: 'postalManager',
    role: 'postal_manager',
    roleVi: 'Quản lý doanh nghiệp bưu chính',
    roleEn: 'Manager of a postal enterprise',
    name: 'Lý Thị Thu Thảo',
    phone: '+84500000007',
  },
  {
    key: 'payingManager',
    role: 'postal_manager',
    roleVi: 'Quản lý thứ hai, duyệt chi',
    roleEn: 'Second manager, approves payments',
    name: 'Phan Đình Khải',
    phone: '+84500000011',
  },
  {
    key: 'officialOfProvince',
    role: 'official',
    roleVi: 'Cán bộ giám sát cấp tỉnh',
    roleEn: 'Official of a province',
    name: 'Võ Minh Khôi',
    phone: '+84500000005',
  },
  {
    key: 'officialOfNation',
    role: 'official',
    roleVi: 'Cán bộ giám sát toàn quốc',
    roleEn: 'Official of the nation',
    name: 'Đặng Thu Hà',
    phone: '+84500000006',
  },
  {
    key: 'secondOfficialOfNation',
    role: 'official',
    roleVi: 'Cán bộ giám sát toàn quốc thứ hai, xác nhận chốt kỳ',
    roleEn: 'Second official of the nation, confirms closed periods',
    name: 'Bùi Quang Huy',
    phone: '+84500000013',
  },
];

const PHONES = new Set(DEMO_ACCOUNTS.map((account) => account.phone));

/** Whether the account of `phone` (E.164) is one of the demo's, which all its visitors share: nobody may change it or lock it for the others. */
export function isShared(config: Config, phone: string): boolean {
  return config.demo && PHONES.has(phone);
}

export function isStaff({ role }: DemoAccount): boolean {
  return STAFF_ROLES.includes(role);
}
