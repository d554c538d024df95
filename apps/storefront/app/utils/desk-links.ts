import type { DeskArea } from './desk-areas';

/** An entry of a desk's navigation. */
export interface DeskLink {
  key: string;
  path: string;
  icon: string;
  /** What stands together under it, itself first: a second row while one of them is open. */
  pages?: { key: string; path: string }[];
  /** Pages that are reached through it and have no row of their own. */
  holds?: string[];
  /** Who works there; everybody of the desk where none is named. */
  roles?: readonly string[];
}

const STAFF = ['clerk', 'courier'];

/** The desks' navigation: five entries at most for a role, so that a phone shows all. Words: `desk.<area>.nav.<key>` in i18n/locales/…/<area>.json. */
export const DESK_LINKS: Record<DeskArea, DeskLink[]> = {
  sell: [
    { key: 'home', path: '/ban-hang', icon: 'lucide:house' },
    {
      key: 'orders',
      path: '/ban-hang/don-hang',
      icon: 'lucide:package',
      pages: [
        { key: 'orderList', path: '/ban-hang/don-hang' },
        { key: 'afterSale', path: '/ban-hang/khieu-nai' },
        { key: 'handOver', path: '/ban-hang/giao-buu-cuc' },
      ],
    },
    {
      key: 'products',
      path: '/ban-hang/san-pham',
      icon: 'lucide:sprout',
      pages: [
        { key: 'goods', path: '/ban-hang/san-pham' },
        { key: 'reviews', path: '/ban-hang/danh-gia' },
        { key: 'questions', path: '/ban-hang/hoi-dap' },
      ],
      holds: ['/ban-hang/nhan'],
    },
    {
      key: 'money',
      path: '/ban-hang/tien',
      icon: 'lucide:banknote',
      pages: [
        { key: 'moneyList', path: '/ban-hang/tien' },
        { key: 'bankStatement', path: '/ban-hang/tien/sao-ke' },
      ],
    },
    { key: 'household', path: '/ban-hang/ho', icon: 'lucide:store', holds: ['/ban-hang/hoc', '/ban-hang/uy-quyen'] },
  ],
  post: [
    {
      key: 'home',
      path: '/buu-cuc',
      icon: 'lucide:house',
      pages: [
        { key: 'home', path: '/buu-cuc' },
        { key: 'officeLists', path: '/buu-cuc/danh-sach' },
        { key: 'reconciliation', path: '/buu-cuc/doi-soat' },
      ],
      holds: ['/buu-cuc/buu-gui'],
      roles: STAFF,
    },
    {
      key: 'acceptance',
      path: '/buu-cuc/nhan-hang',
      icon: 'lucide:package-plus',
      roles: STAFF,
      pages: [
        { key: 'counter', path: '/buu-cuc/nhan-hang' },
        { key: 'walkIn', path: '/buu-cuc/gui-le' },
        { key: 'pickups', path: '/buu-cuc/lay-hang' },
        { key: 'publicServices', path: '/buu-cuc/dich-vu-cong' },
        { key: 'payouts', path: '/buu-cuc/tra-tien' },
        { key: 'warehouse', path: '/buu-cuc/kho' },
      ],
    },
    {
      key: 'scan',
      path: '/buu-cuc/quet',
      icon: 'lucide:scan-barcode',
      roles: STAFF,
      pages: [
        { key: 'scan', path: '/buu-cuc/quet' },
        { key: 'bags', path: '/buu-cuc/tui' },
      ],
      holds: ['/buu-cuc/thiet-bi'],
    },
    {
      key: 'delivery',
      path: '/buu-cuc/phat-hang',
      icon: 'lucide:bike',
      roles: STAFF,
      pages: [
        { key: 'delivery', path: '/buu-cuc/phat-hang' },
        { key: 'runs', path: '/buu-cuc/tuyen' },
        { key: 'cash', path: '/buu-cuc/quy' },
        { key: 'claims', path: '/buu-cuc/boi-thuong' },
      ],
    },
    {
      key: 'households',
      path: '/buu-cuc/ho-cho-duyet',
      icon: 'lucide:store',
      roles: STAFF,
      pages: [
        { key: 'approvals', path: '/buu-cuc/ho-cho-duyet' },
        { key: 'newHousehold', path: '/buu-cuc/ho-moi' },
        { key: 'calls', path: '/buu-cuc/nhac-don' },
        { key: 'onBehalf', path: '/buu-cuc/lam-thay' },
        { key: 'complaints', path: '/buu-cuc/khieu-nai' },
        { key: 'registers', path: '/buu-cuc/so-bo' },
        { key: 'training', path: '/buu-cuc/lop-hoc' },
      ],
    },
    {
      key: 'enterprise',
      path: '/buu-cuc/mang-luoi',
      icon: 'lucide:building-2',
      roles: ['postal_manager'],
      pages: [
        { key: 'network', path: '/buu-cuc/mang-luoi' },
        { key: 'officeRegister', path: '/buu-cuc/buu-cuc-danh-ba' },
        { key: 'tariffs', path: '/buu-cuc/gia-cuoc' },
        { key: 'staff', path: '/buu-cuc/nhan-vien' },
        { key: 'counterSetting', path: '/buu-cuc/cai-dat' },
        { key: 'webhooks', path: '/buu-cuc/webhook' },
      ],
    },
    {
      key: 'figures',
      path: '/buu-cuc/doi-soat',
      icon: 'lucide:banknote',
      roles: ['postal_manager'],
      pages: [
        { key: 'reconciliation', path: '/buu-cuc/doi-soat' },
        { key: 'payoutBatches', path: '/buu-cuc/dot-tra' },
        { key: 'officeLists', path: '/buu-cuc/danh-sach' },
        { key: 'quarterReport', path: '/buu-cuc/bao-cao' },
      ],
    },
    {
      key: 'answers',
      path: '/buu-cuc/can-xem-lai',
      icon: 'lucide:scale',
      roles: ['postal_manager'],
      pages: [
        { key: 'doubts', path: '/buu-cuc/can-xem-lai' },
        { key: 'claims', path: '/buu-cuc/boi-thuong' },
      ],
    },
    { key: 'webhooks', path: '/buu-cuc/webhook', icon: 'lucide:webhook', roles: ['sender'] },
  ],
  audit: [
    {
      key: 'figures',
      path: '/giam-sat',
      icon: 'lucide:chart-column',
      pages: [
        { key: 'home', path: '/giam-sat' },
        { key: 'lines', path: '/giam-sat/chi-tiet' },
        { key: 'address', path: '/giam-sat/phat-tan-noi' },
        { key: 'population', path: '/giam-sat/dan-so' },
      ],
      holds: ['/giam-sat/chi-tieu'],
    },
    {
      key: 'checks',
      path: '/giam-sat/nhan',
      icon: 'lucide:clipboard-check',
      pages: [
        { key: 'labels', path: '/giam-sat/nhan' },
        { key: 'samples', path: '/giam-sat/mau' },
        { key: 'doubts', path: '/giam-sat/nhan-nghi-ngo' },
      ],
    },
    {
      key: 'closing',
      path: '/giam-sat/ky',
      icon: 'lucide:calendar-check',
      pages: [
        { key: 'periods', path: '/giam-sat/ky' },
        { key: 'operatorReports', path: '/giam-sat/bao-cao-buu-chinh' },
      ],
    },
    {
      key: 'households',
      path: '/giam-sat/ho',
      icon: 'lucide:store',
      pages: [
        { key: 'sellers', path: '/giam-sat/ho' },
        { key: 'registers', path: '/giam-sat/so-bo' },
        { key: 'recognitions', path: '/giam-sat/cong-nhan' },
      ],
    },
    {
      key: 'requests',
      path: '/giam-sat/bao-cao',
      icon: 'lucide:inbox',
      pages: [
        { key: 'reports', path: '/giam-sat/bao-cao' },
        { key: 'complaints', path: '/giam-sat/khieu-nai' },
        { key: 'recalls', path: '/giam-sat/thu-hoi' },
        { key: 'takedowns', path: '/giam-sat/go-san-pham' },
        { key: 'deletions', path: '/giam-sat/yeu-cau-xoa' },
      ],
    },
  ],
};
