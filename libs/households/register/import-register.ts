import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Place } from '@choxa/places';
import { Clock, Events, sql, Trail, type Tx } from '@choxa/platform';
import { householdsOfCommune } from './households-of-commune.query.js';
import { RegisterImported } from './register.events.js';
import { contentHash, householdsMeant, type RegisterRow } from './register.rules.js';

export interface CommuneRegister {
  commune: Place;
  /** `YYYY-MM-DD`. */
  asOf: string;
  source: string;
  rows: readonly RegisterRow[];
}

/** What became of one row: the household it is, how many it may be, or none. */
export interface RegisterMatch {
  slug: string | null;
  /** Addresses of all it may be. */
  candidates: string[];
}

export interface ImportedRegister {
  /** Null where this very register was there already. */
  version: number | null;
  /** In the order of the rows. */
  matches: RegisterMatch[];
}

/** Brings in one commune's register as a new version; the same content again changes nothing. */
@Injectable()
export class ImportRegister {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  async run(tx: Tx, { commune, asOf, source, rows }: CommuneRegister): Promise<ImportedRegister> {
    await sql(tx, `select pg_advisory_xact_lock(hashtextextended('households.register ' || $1, 0))`, [commune.code]);
    const households = await householdsOfCommune(tx, commune.code);
    const found = householdsMeant(rows, households);
    const matches = found.map(({ household, candidates }) => ({
      slug: household?.slug ?? null,
      candidates: candidates.map(({ slug }) => slug),
    }));
    const hash = contentHash(source, rows);
    const [last] = await sql<{ version: number; hash: string }>(
      tx,
      `select version, content_hash as hash from households.register_version where commune_code = $1 and as_of = $2 order by version desc limit 1`,
      [commune.code, asOf],
    );
    if (last?.hash === hash) return { version: null, matches };
    const version = (last?.version ?? 0) + 1;
    const id = randomUUID();
    await sql(
      tx,
      `insert into households.register_version
         (id, commune_code, commune_name, province_code, province_name, as_of, version, source, content_hash, imported_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, commune.code, commune.name, commune.provinceCode, commune.provinceName, asOf, version, source, hash, this.clock.now()],
    );
    const entries = rows.map(({ name, representative, address, products, phone }, at) => ({
      id: randomUUID(),
      version_id: id,
      position: at + 1,
      name,
      representative,
      address,
      products,
      phone,
      household_id: found[at]!.household?.id ?? null,
      candidates: found[at]!.candidates.length,
    }));
    await sql(
      tx,
      `insert into households.register_entry select * from jsonb_populate_recordset(null::households.register_entry, $1::jsonb)`,
      [JSON.stringify(entries)],
    );
    await this.trail.record(tx, 'system', {
      action: 'register.imported',
      subjectKind: 'register',
      subjectId: id,
      details: { asOf, version },
    });
    await this.events.publish(tx, RegisterImported, {
      versionId: id,
      communeCode: commune.code,
      provinceCode: commune.provinceCode,
      asOf,
      version,
      households: entries.map((entry) => ({ entryId: entry.id, householdId: entry.household_id })),
    });
    return { version, matches };
  }
}
