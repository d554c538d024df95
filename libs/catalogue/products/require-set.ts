import { findProductSet } from '@choxa/standards';
import { problem } from '../catalogue.problems.js';

/** Throws `product.set-unknown`. */
export function requireSet(setCode: string): void {
  if (findProductSet(setCode)) return;
  throw problem('product.set-unknown', {
    errors: [{ pointer: '/setCode', code: 'product.set-unknown', detail: 'Không có nhóm này / unknown set' }],
  });
}
