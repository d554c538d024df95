import type { Me } from '~/types/api';

export type DeskArea = 'sell' | 'post' | 'audit';

const AREA_OF_PATH: Record<string, DeskArea> = { 'ban-hang': 'sell', 'buu-cuc': 'post', 'giam-sat': 'audit' };

/** Which desk a path belongs to; undefined in the shop. */
export function deskAreaOf(path: string): DeskArea | undefined {
  return AREA_OF_PATH[path.replace(/^\/en(?=\/|$)/, '').split('/')[1] ?? ''];
}

/** Roles that work at a desk. Whoever is signed in may open the household's: there one becomes a household. */
const ROLES_OF_DESK: Record<DeskArea, readonly string[]> = {
  sell: ['shopper', 'household'],
  post: ['clerk', 'courier'],
  audit: ['official'],
};

export function mayWorkAt(area: DeskArea, me: Me): boolean {
  return me.roles.some(({ role }) => ROLES_OF_DESK[area].includes(role));
}

/** The desks' navigation. Words: `desk.<area>.nav.<key>` in i18n/locales/…/<area>.json. A link whose page does not exist is left out. */
export const DESK_LINKS: Record<DeskArea, { key: string; path: string; icon: string }[]> = {
  sell: [
    { key: 'home', path: '/ban-hang', icon: 'lucide:house' },
    { key: 'orders', path: '/ban-hang/don-hang', icon: 'lucide:package' },
    { key: 'products', path: '/ban-hang/san-pham', icon: 'lucide:sprout' },
    { key: 'household', path: '/ban-hang/ho', icon: 'lucide:store' },
    { key: 'learn', path: '/ban-hang/hoc', icon: 'lucide:graduation-cap' },
    { key: 'delegation', path: '/ban-hang/uy-quyen', icon: 'lucide:handshake' },
  ],
  post: [
    { key: 'home', path: '/buu-cuc', icon: 'lucide:house' },
    { key: 'acceptance', path: '/buu-cuc/nhan-hang', icon: 'lucide:package-plus' },
    { key: 'scan', path: '/buu-cuc/quet', icon: 'lucide:scan-barcode' },
    { key: 'delivery', path: '/buu-cuc/phat-hang', icon: 'lucide:bike' },
    { key: 'households', path: '/buu-cuc/ho-cho-duyet', icon: 'lucide:user-check' },
    { key: 'training', path: '/buu-cuc/lop-hoc', icon: 'lucide:graduation-cap' },
    { key: 'onBehalf', path: '/buu-cuc/lam-thay', icon: 'lucide:handshake' },
  ],
  audit: [
    { key: 'home', path: '/giam-sat', icon: 'lucide:chart-column' },
    { key: 'lines', path: '/giam-sat/chi-tiet', icon: 'lucide:list-checks' },
    { key: 'address', path: '/giam-sat/phat-tan-noi', icon: 'lucide:map-pin-check' },
    { key: 'labels', path: '/giam-sat/nhan', icon: 'lucide:tag' },
    { key: 'households', path: '/giam-sat/ho', icon: 'lucide:store' },
    { key: 'recognitions', path: '/giam-sat/cong-nhan', icon: 'lucide:award' },
    { key: 'registers', path: '/giam-sat/so-bo', icon: 'lucide:book-open' },
    { key: 'reports', path: '/giam-sat/bao-cao', icon: 'lucide:flag' },
    { key: 'doubts', path: '/giam-sat/nhan-nghi-ngo', icon: 'lucide:shield-question-mark' },
    { key: 'recalls', path: '/giam-sat/thu-hoi', icon: 'lucide:octagon-x' },
    { key: 'takedowns', path: '/giam-sat/go-san-pham', icon: 'lucide:ban' },
    { key: 'deletions', path: '/giam-sat/yeu-cau-xoa', icon: 'lucide:user-x' },
  ],
};
