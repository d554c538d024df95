import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Database, platformProblem, SigningKeys, sql, type Signature, type Tx } from '@choxa/platform';
import { comparedKey } from '../facts/periods-read.js';
import { readDocument } from '../periods/period-document.js';
import { openCsv, openJson, type OpenPeriod } from './open-files.rules.js';
import { openRows, type OpenSource } from './open-rows.rules.js';

const WRITERS = { csv: openCsv, json: openJson } as const;
export type OpenFormat = keyof typeof WRITERS;

export interface OpenFile extends Signature {
  /** `2026-Q3.csv` */
  name: string;
  format: OpenFormat;
  bytes: Buffer;
  /** Of the bytes, hex. */
  sha256: string;
}

/** The latest closed version of a quarter or year. */
interface Published {
  period: string;
  version: number;
  sha256: string;
  closedAt: Date;
  reason: string | null;
}

export type PublishedPeriod = Published & { files: OpenFile[] };

/** Files that are kept made; each is made again when a version is added that changes it. */
const MOST_KEPT = 40;

/** What everybody may have of the closed figures: the latest version of each quarter and year, without figures of few. */
@Injectable()
export class OpenData {
  private readonly made = new Map<string, OpenFile[]>();

  constructor(
    private readonly db: Database,
    private readonly places: Places,
    private readonly keys: SigningKeys,
  ) {}

  /** Newest period first. */
  list(): Promise<PublishedPeriod[]> {
    return this.db.snapshot(async (tx) => {
      const published = await latestVersions(tx);
      const periods: PublishedPeriod[] = [];
      for (const one of published) periods.push({ ...one, files: await this.filesOf(tx, one, published) });
      return periods;
    });
  }

  /** @param name `2026-Q3.csv` @throws Problem `not-found` */
  file(name: string): Promise<OpenFile> {
    return this.db.snapshot(async (tx) => {
      const published = await latestVersions(tx);
      const one = published.find(({ period }) => name.startsWith(`${period}.`));
      const file = one && (await this.filesOf(tx, one, published)).find((made) => made.name === name);
      if (!file) throw platformProblem('not-found');
      return file;
    });
  }

  private async filesOf(tx: Tx, one: Published, published: readonly Published[]): Promise<OpenFile[]> {
    const quarters = published.filter(({ period }) => period.startsWith(`${one.period}-Q`));
    const key = [one, ...quarters].map(({ sha256 }) => sha256).join();
    const kept = this.made.get(key);
    if (kept) return kept;
    const source = await sourceOf(tx, one);
    const ofQuarters = [];
    for (const quarter of quarters) ofQuarters.push(await sourceOf(tx, quarter));
    const rows = openRows(source, ofQuarters, (code) => this.places.commune(code)?.provinceCode);
    const { document } = source;
    const files = this.write({ document, closedAt: one.closedAt, documentSha256: one.sha256, rows, nameOf: (code) => this.nameOf(code) });
    if (this.made.size >= MOST_KEPT) this.made.clear();
    this.made.set(key, files);
    return files;
  }

  private write(period: OpenPeriod): OpenFile[] {
    return (['csv', 'json'] as const).map((format) => {
      const bytes = WRITERS[format](period);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { name: `${period.document.period}.${format}`, format, bytes, sha256, ...this.keys.sign(bytes) };
    });
  }

  private nameOf(code: string): string {
    if (code === 'VN') return 'Cả nước';
    return (this.places.province(code) ?? this.places.commune(code))?.name ?? code;
  }
}

/** Years to date are not published: they are sums of quarters. */
function latestVersions(tx: Tx): Promise<Published[]> {
  return sql<Published>(
    tx,
    `select distinct on (period) period, version, sha256, closed_at as "closedAt", reason
     from audit.period_version where period ~ '^[0-9]{4}(-Q[1-4])?$' order by period desc, version desc`,
  );
}

async function sourceOf(tx: Tx, { period, version }: Published): Promise<OpenSource> {
  const [before] = await sql<{ parcels: number }>(
    tx,
    'select coalesce(sum(parcels), 0)::bigint as parcels from audit.posting_period where period = $1 and version = $2 and by_system',
    [comparedKey(period), version],
  );
  return { document: (await readDocument(tx, period, version))!, parcelsYearBefore: before!.parcels };
}
