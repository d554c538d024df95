import type { LinkTo } from '~/types/link';
import type { Me } from '~/types/api';

/** The desk a signed-in person works at, or null for a shopper. Paths, because the desks are pages of their own. */
export function deskOf(me: Me | null): LinkTo | null {
  const roles = new Set(me?.roles.map((entry) => entry.role));
  if (roles.has('clerk') || roles.has('courier')) return '/buu-cuc';
  if (roles.has('postal_manager')) return '/buu-cuc/mang-luoi';
  if (roles.has('official') || roles.has('admin')) return '/giam-sat';
  if (roles.has('household')) return '/ban-hang';
  if (roles.has('sender')) return '/buu-cuc/webhook';
  return null;
}
