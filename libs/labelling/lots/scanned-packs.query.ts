import { Injectable } from '@nestjs/common';
import { Clock, sql, type Tx } from '@choxa/platform';
import { localDay, readPackScan } from '@choxa/standards';
import { readTraceCode } from './trace-code.rules.js';

/** A lot as whoever packs must know it. */
export interface LotInHand {
  id: string;
  code: string;
  /** Past its last good day. */
  expired: boolean;
  /** Its recall runs, or that of the whole pack. */
  recalled: boolean;
}

export interface ScannedPack {
  packId: string;
  /** Null where the code names the pack alone. */
  lot: LotInHand | null;
}

/** What a code scanned from a pack is of: an article number, a GS1 element string, a Digital Link, or a trace code alone or in its link. */
@Injectable()
export class ScannedPacks {
  constructor(private readonly clock: Clock) {}

  /** Null for a code that is none of ours, or whose lot is none of its pack. */
  async find(tx: Tx, text: string): Promise<ScannedPack | null> {
    const [, ofLink] = /\/t\/([^/?#\s]+)$/.exec(text.trim()) ?? [];
    const traceCode = readTraceCode(ofLink ?? text);
    if (traceCode) return this.byLot(tx, 'lot.trace_code = $2', [traceCode]);
    const scan = readPackScan(ofLink ?? text);
    if (!scan.ok) return null;
    return this.ofLot(tx, scan.number14, scan.lot);
  }

  /** By a pack's number in 14-digit form and, where it is known, the lot's code. Null as above. */
  async ofLot(tx: Tx, number14: string, lotCode: string | undefined): Promise<ScannedPack | null> {
    const [pack] = await sql<{ packId: string }>(tx, 'select pack_id as "packId" from labelling.barcode where number = $1', [number14]);
    if (!pack) return null;
    if (lotCode === undefined) return { packId: pack.packId, lot: null };
    return this.byLot(tx, 'lot.pack_id = $2 and lot.code = $3', [pack.packId, lotCode]);
  }

  /** A lot by its id; null when there is none. */
  async lot(tx: Tx, id: string): Promise<LotInHand | null> {
    return (await this.byLot(tx, 'lot.id = $2', [id]))?.lot ?? null;
  }

  private async byLot(tx: Tx, condition: string, params: unknown[]): Promise<{ packId: string; lot: LotInHand } | null> {
    const [row] = await sql<LotInHand & { packId: string }>(
      tx,
      `select lot.pack_id as "packId", lot.id, lot.code, coalesce(lot.expires_on < $1::date, false) as expired,
              exists (select 1 from labelling.lot_recall recall where recall.ended_at is null
                        and (recall.lot_id = lot.id or (recall.scope = 'pack' and recall.pack_id = lot.pack_id))) as recalled
         from labelling.lot where ${condition}`,
      [localDay(this.clock.now()), ...params],
    );
    if (!row) return null;
    const { packId, ...lot } = row;
    return { packId, lot };
  }
}
