import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Clock, Database, SigningKeys, type Tx } from '@choxa/platform';
import { INDICATORS } from '../indicators/registry.js';
import { readPeriod } from './audit-period.rules.js';
import { sha256Of } from './freeze-version.js';
import { makeDocument } from './make-document.js';
import { closedVersions, countedAt, type ClosedVersion, type PeriodDocument } from './period-document.js';

/**
 * `missing`: a version before it is gone; `hash`, `signature`: its document is not the one that was closed; `figures`: what is frozen under it
 * says something else.
 */
export type PeriodFaultKind = 'missing' | 'hash' | 'signature' | 'figures';

export interface PeriodFault {
  kind: PeriodFaultKind;
  period: string;
  version: number;
}

/** Tells every closed version again from its frozen rows, and checks that it is to the byte what was signed. */
@Injectable()
export class VerifyPeriods {
  constructor(
    private readonly db: Database,
    private readonly places: Places,
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<{ versions: number; faults: PeriodFault[] }> {
    return this.db.snapshot(async (tx) => {
      const all = await closedVersions(tx);
      const faults: PeriodFault[] = [];
      for (const closed of all) {
        const before = all.find(({ period, version }) => period === closed.period && version === closed.version - 1);
        const kind = await this.faultOf(tx, closed, before?.sha256 ?? null);
        if (kind) faults.push({ kind, period: closed.period, version: closed.version });
      }
      return { versions: all.length, faults };
    });
  }

  private async faultOf(tx: Tx, closed: ClosedVersion, corrects: string | null): Promise<PeriodFaultKind | null> {
    if (closed.version > 1 && corrects === null) return 'missing';
    if (sha256Of(closed.document) !== closed.sha256) return 'hash';
    if (!this.keys.holds(Buffer.from(closed.document), closed)) return 'signature';
    const document = JSON.parse(closed.document) as PeriodDocument;
    const { format, indicators, rows } = document;
    const counted = INDICATORS.filter(({ number }) => indicators.some((told) => told.number === number));
    const period = readPeriod(closed.period, this.clock.now());
    const told = { ...closed, period, format, asOf: countedAt(document), corrects, tables: rows };
    const again = await makeDocument(tx, counted, told, this.places);
    return again === closed.document ? null : 'figures';
  }
}
