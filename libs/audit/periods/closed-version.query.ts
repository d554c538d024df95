import { platformProblem, sql, type Tx } from '@choxa/platform';

/** Which rows answer for a period, and of when they are. */
export interface AnsweringVersion {
  /** 0: the facts as they stand. */
  version: number;
  asOf: Date;
}

/**
 * The version of a period that answers: the one asked for, else the latest closed one; 0 are the facts as they stand at `now`.
 *
 * @throws Problem `not-found` for a version that was never closed
 */
export async function versionFor(tx: Tx, period: string, asked: number | undefined, now: Date): Promise<AnsweringVersion> {
  if (asked === 0) return { version: 0, asOf: now };
  const [closed] = await sql<AnsweringVersion>(
    tx,
    `select version, closed_at as "asOf" from audit.period_version where period = $1 and ($2::int is null or version = $2)
      order by version desc limit 1`,
    [period, asked ?? null],
  );
  if (asked && !closed) throw platformProblem('not-found');
  return closed ?? { version: 0, asOf: now };
}

/** The versions that answer for periods of which none is asked for, one after the other, see {@link versionFor}. */
export async function versionsFor(tx: Tx, periods: readonly string[], now: Date): Promise<AnsweringVersion[]> {
  const closed = await sql<AnsweringVersion & { period: string }>(
    tx,
    `select distinct on (period) period, version, closed_at as "asOf" from audit.period_version where period = any($1)
      order by period, version desc`,
    [periods],
  );
  return periods.map((key) => {
    const latest = closed.find(({ period }) => period === key);
    return latest ? { version: latest.version, asOf: latest.asOf } : { version: 0, asOf: now };
  });
}
