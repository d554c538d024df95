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
  post: ['clerk', 'courier', 'postal_manager', 'sender'],
  audit: ['official'],
};

export function mayWorkAt(area: DeskArea, me: Me): boolean {
  return me.roles.some(({ role }) => ROLES_OF_DESK[area].includes(role));
}
