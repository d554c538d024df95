import { In } from 'typeorm';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Page, type PageQuery, type Tx } from '@choxa/platform';
import { LotEntity } from './lot.entity.js';
import { TraceEventEntity } from './trace-event.entity.js';

/** Events of lots in the order they happened, by lot. */
export async function eventsOfLots(tx: Tx, lotIds: string[]): Promise<Map<string, TraceEventEntity[]>> {
  const events = await tx.find(TraceEventEntity, {
    where: { lotId: In(lotIds) },
    order: { occurredAt: 'ASC', recordedAt: 'ASC', id: 'ASC' },
  });
  const byLot = new Map<string, TraceEventEntity[]>();
  for (const event of events) byLot.set(event.lotId, [...(byLot.get(event.lotId) ?? []), event]);
  return byLot;
}

/** A page of a pack's lots, the newest first. */
export async function lotsOfPack(tx: Tx, packId: string, { limit = DEFAULT_LIMIT, cursor }: PageQuery): Promise<Page<LotEntity>> {
  const found = tx
    .createQueryBuilder(LotEntity, 'lot')
    .where('lot.packId = :packId', { packId })
    .orderBy('lot.producedOn', 'DESC')
    .addOrderBy('lot.madeAt', 'DESC')
    .addOrderBy('lot.id', 'DESC')
    .limit(limit + 1);
  if (cursor) {
    const [producedOn, madeAt, id] = decodeCursor(cursor, 3);
    found.andWhere('(lot.producedOn, lot.madeAt, lot.id) < (:producedOn, :madeAt, :id)', { producedOn, madeAt, id });
  }
  return pageOf(
    await found.getMany(),
    limit,
    (lot) => [lot.producedOn, lot.madeAt.toISOString(), lot.id],
    (lot) => lot,
  );
}
