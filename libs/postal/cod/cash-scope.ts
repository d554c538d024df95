import type { Actor } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { managedOperators } from '../operators/managed-operators.js';

/** Whose figures somebody may see: a clerk those of their offices, a manager those of all offices of the operator. `$1`–`$3` of {@link IN_SCOPE}. */
export function scopeOf(actor: Actor, office?: string): [offices: string[], operators: string[], office: string | null] {
  return [staffOffices(actor, 'clerk'), managedOperators(actor), office ?? null];
}

/** SQL: whether `office` lies in scope, and is the one that was asked for, if any. */
export const IN_SCOPE = `(office.id = any($1::uuid[]) or office.operator_id = any($2::uuid[])) and ($3::uuid is null or office.id = $3)`;
