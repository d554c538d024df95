import { formatVnd, localDay } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';
import { postalProblem } from '../postal.problems.js';
import type { DrawerKind } from './cash-drawer.entity.js';

/** A person's drawers, and that of the office they hold cash for, held until the transaction ends. */
export interface LockedDrawers {
  officeId: string;
  holderId: string;
  /** What the person holds for this office. */
  heldVnd: number;
  /** What the person holds for all offices they work for. */
  heldInAllVnd: number;
  /** What the office itself has. */
  officeHeldVnd: number;
}

/**
 * Locks the office's drawer and all of the person's, always in the same sequence, and makes what is missing. Sums over them are true until the
 * transaction ends: rivals wait here.
 */
export async function lockDrawers(tx: Tx, officeId: string, holder: { id: string; name: string }): Promise<LockedDrawers> {
  await sql(
    tx,
    `insert into postal.cash_drawer (office_id, holder_id, kind, holder_name, held_vnd)
     values ($1, $1, 'office', '', 0), ($1, $2, 'courier', $3, 0) on conflict do nothing`,
    [officeId, holder.id, holder.name],
  );
  const drawers = await sql<{ officeId: string; holderId: string; holderName: string; heldVnd: number }>(
    tx,
    `select office_id as "officeId", holder_id as "holderId", holder_name as "holderName", held_vnd as "heldVnd" from postal.cash_drawer
      where holder_id = $2 or (office_id = $1 and holder_id = $1) order by office_id, holder_id for update`,
    [officeId, holder.id],
  );
  const own = drawers.filter(({ holderId }) => holderId === holder.id);
  const here = own.find((drawer) => drawer.officeId === officeId)!;
  if (holder.name && here.holderName !== holder.name)
    await sql(tx, 'update postal.cash_drawer set holder_name = $2 where holder_id = $1', [holder.id, holder.name]);
  return {
    officeId,
    holderId: holder.id,
    heldVnd: here.heldVnd,
    heldInAllVnd: own.reduce((sum, { heldVnd }) => sum + heldVnd, 0),
    officeHeldVnd: drawers.find(({ holderId }) => holderId === officeId)!.heldVnd,
  };
}

/**
 * Cash is taken in only up to what the courier, and the office with all who collect for it, may hold. No row for them: no limit.
 * @throws Problem `cash.courier-cap`, `cash.office-cap`; their detail names held + asked > limit
 */
export async function refuseAboveCap(tx: Tx, drawers: LockedDrawers, amountVnd: number, at: Date): Promise<void> {
  const caps = await cashCaps(tx, drawers.officeId, drawers.holderId, at);
  refuse('cash.courier-cap', drawers.heldInAllVnd, amountVnd, caps.courier);
  if (caps.office === undefined) return;
  const [office] = await sql<{ heldVnd: number }>(
    tx,
    'select sum(held_vnd)::bigint as "heldVnd" from postal.cash_drawer where office_id = $1',
    [drawers.officeId],
  );
  refuse('cash.office-cap', office!.heldVnd, amountVnd, caps.office);
}

function refuse(code: 'cash.courier-cap' | 'cash.office-cap', heldVnd: number, amountVnd: number, limitVnd: number | undefined): void {
  if (limitVnd === undefined || heldVnd + amountVnd <= limitVnd) return;
  throw postalProblem(code, { detail: `${formatVnd(heldVnd)} + ${formatVnd(amountVnd)} > ${formatVnd(limitVnd)}` });
}

/** The limits that hold for a person at an office on the day of `at`, đồng. */
export async function cashCaps(tx: Tx, officeId: string, holderId: string, at: Date): Promise<Partial<Record<DrawerKind, number>>> {
  const rows = await sql<{ kind: DrawerKind; limitVnd: number }>(
    tx,
    `select distinct on (cap.kind) cap.kind, cap.limit_vnd as "limitVnd" from postal.cash_cap cap
       join postal.office on office.id = $1 and office.operator_id = cap.operator_id
      where (cap.office_id is null or cap.office_id = $1) and (cap.holder_id is null or cap.holder_id = $3)
        and cap.valid_from <= $2::date and (cap.valid_to is null or cap.valid_to > $2::date)
      order by cap.kind, cap.holder_id is null, cap.office_id is null, cap.valid_from desc`,
    [officeId, localDay(at), holderId],
  );
  return Object.fromEntries(rows.map(({ kind, limitVnd }) => [kind, limitVnd]));
}
