import { In } from 'typeorm';
import { steadyArray, sql, type Tx } from '@choxa/platform';
import { LotRecallEntity } from '../recalls/lot-recall.entity.js';
import { EventCorrectionEntity } from './event-correction.entity.js';
import { EvidencePictureEntity } from './evidence-picture.entity.js';
import { eventsOfLots } from './lots.query.js';
import type { TraceEventEntity } from './trace-event.entity.js';

/** A lot one step away. */
export interface LinkedLot {
  lotId: string;
  packId: string;
  householdId: string;
  code: string;
  traceCode: string;
  producedOn: string;
  /** Packs that went in; null when nobody counted. */
  quantity: number | null;
  /** A recall of it, or of all of its pack, runs. */
  recalled: boolean;
}

/** Everything that is known of a lot besides the lot itself. */
export interface LotHistory {
  /** In the order they happened. */
  events: TraceEventEntity[];
  /** By event id. */
  corrections: Map<string, EventCorrectionEntity>;
  pictures: EvidencePictureEntity[];
  /** One step back: what it was made from. */
  inputs: LinkedLot[];
  /** One step forward: what was made from it. */
  outputs: LinkedLot[];
  /** The latest; it may have ended. */
  recall: LotRecallEntity | null;
}

/** Histories of lots by lot id, every lot asked for present. Six statements, whatever the number of lots. */
export async function lotHistories(tx: Tx, lotIds: string[]): Promise<Map<string, LotHistory>> {
  if (!lotIds.length) return new Map();
  const events = await eventsOfLots(tx, lotIds);
  const eventIds = [...events.values()].flat().map(({ id }) => id);
  const corrections = await tx.findBy(EventCorrectionEntity, { eventId: In(eventIds) });
  const pictures = await tx.find(EvidencePictureEntity, { where: { lotId: In(lotIds) }, order: { addedAt: 'ASC', id: 'ASC' } });
  const recalls = await tx.find(LotRecallEntity, { where: { lotId: In(lotIds) }, order: { recalledAt: 'DESC', id: 'ASC' } });
  const inputs = await linksOf(tx, lotIds, 'lot_id', 'input_lot_id');
  const outputs = await linksOf(tx, lotIds, 'input_lot_id', 'lot_id');
  return new Map(
    lotIds.map((lotId) => {
      const own = events.get(lotId) ?? [];
      const ownIds = new Set(own.map(({ id }) => id));
      return [
        lotId,
        {
          events: own,
          corrections: new Map(corrections.filter(({ eventId }) => ownIds.has(eventId)).map((each) => [each.eventId, each])),
          pictures: pictures.filter((picture) => picture.lotId === lotId),
          inputs: inputs.get(lotId) ?? [],
          outputs: outputs.get(lotId) ?? [],
          recall: recalls.find((recall) => recall.lotId === lotId) ?? null,
        },
      ];
    }),
  );
}

async function linksOf(
  tx: Tx,
  lotIds: string[],
  from: 'lot_id' | 'input_lot_id',
  to: 'lot_id' | 'input_lot_id',
): Promise<Map<string, LinkedLot[]>> {
  const rows = await sql<LinkedLot & { from: string }>(
    tx,
    `select link.${from} as "from", link.quantity, lot.id as "lotId", lot.pack_id as "packId", lot.household_id as "householdId", lot.code,
            lot.trace_code as "traceCode", lot.produced_on::text as "producedOn",
            exists (select from labelling.lot_recall recall where recall.ended_at is null
                      and (recall.lot_id = lot.id or (recall.pack_id = lot.pack_id and recall.scope = 'pack'))) as recalled
       from labelling.lot_input link join labelling.lot on lot.id = link.${to}
      where link.${from} = any(${steadyArray('$1', 'uuid')}) and link.withdrawn_at is null
      order by lot.produced_on, lot.made_at, lot.id`,
    [lotIds],
  );
  return Map.groupBy(rows, (row) => row.from);
}
