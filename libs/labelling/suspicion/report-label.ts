import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Clock, Database, sql, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { labellingProblem } from '../labelling.problems.js';
import { DoubtedLabels } from './doubted-labels.js';
import { SuspicionEntity } from './suspicion.entity.js';
import type { ReportKind } from './suspicion.rules.js';

export interface ReportLabelInput {
  /** Path of the trace page: `/t/…`, `/01/…`. */
  address: string;
  kind: ReportKind;
  note?: string | null;
  /** Where it was bought. */
  provinceCode?: string | null;
  /** Network address of the caller; only a hash of it and the day is kept. */
  caller: string;
}

/** Reports taken in an hour: from one caller, about one label, and altogether. */
const MOST_PER_HOUR = { caller: 5, address: 20, all: 500 } as const;
const HOUR_SECONDS = 3600;

/** A shopper tells that a label looks wrong. No name is asked for. */
@Injectable()
export class ReportLabel {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly labels: DoubtedLabels,
  ) {}

  /** Throws `report.too-many` (429), `place.unknown`. */
  async run({ address, kind, note, provinceCode, caller }: ReportLabelInput): Promise<void> {
    if (provinceCode && !this.places.province(provinceCode))
      throw labellingProblem('place.unknown', { errors: [{ pointer: '/provinceCode', code: 'place.unknown', detail: provinceCode }] });
    const now = this.clock.now();
    const callerHash = createHash('sha256')
      .update(`${localDay(now)} ${caller}`)
      .digest('base64url');
    await this.db.transaction(async (tx) => {
      await refuseFlood(tx, address, callerHash, now);
      const { packId, lotId, serial, provinceCode: makerProvince } = await this.labels.of(tx, address);
      await tx.insert(SuspicionEntity, {
        id: randomUUID(),
        kind,
        address,
        packId,
        lotId,
        serial,
        note: note || null,
        seenProvinceCode: provinceCode || null,
        provinceCodes: [...new Set([makerProvince, provinceCode].filter(Boolean) as string[])],
        callerHash,
        raisedAt: now,
      });
    });
  }
}

/** Counted behind one lock, so that a hundred at once are counted like a hundred in a row. */
async function refuseFlood(tx: Tx, address: string, callerHash: string, now: Date): Promise<void> {
  await sql(tx, `select pg_advisory_xact_lock(hashtextextended('labelling.reports', 0))`);
  const [count] = await sql<Record<keyof typeof MOST_PER_HOUR, number>>(
    tx,
    `select count(*)::int as "all", (count(*) filter (where address = $2))::int as address,
            (count(*) filter (where caller_hash = $3))::int as caller
       from labelling.suspicion where raised_at > $1::timestamptz - interval '1 hour' and kind <> 'serial_far'`,
    [now, address, callerHash],
  );
  const limits = Object.entries(MOST_PER_HOUR) as [keyof typeof MOST_PER_HOUR, number][];
  if (limits.some(([what, most]) => count![what] >= most)) throw labellingProblem('report.too-many', { retryAfterSeconds: HOUR_SECONDS });
}
