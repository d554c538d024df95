import { Places } from '@choxa/places';
import { Clock, Database, Every, Notify, sql, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { INDICATORS } from '../indicators/registry.js';
import { quartersUpTo, readPeriod, type AuditPeriod } from '../periods/audit-period.rules.js';
import { versionFor } from '../periods/closed-version.query.js';
import { lastCutOff, nationOf, tellIndicators } from '../periods/make-document.js';
import type { DocumentFigure } from '../periods/period-document.js';
import { closableMessage, fallMessage } from './alert-messages.js';
import { fellBy } from './fall.rules.js';
import { OfficialsPhones } from './officials-phones.js';

const HOUR_SECONDS = 3_600;
const TEMPLATES = { closable: 'audit.period-closable', fall: 'audit.share-fell' } as const;

/** A share that fell by more than it may. */
export interface Fall {
  indicator: number;
  kind: 'nation' | 'province';
  code: string;
  before: DocumentFigure;
  after: DocumentFigure;
  fell: number;
  threshold: number;
}

/** Once the cut-off of a quarter has passed, its officials are told, once: that it can be closed, and which shares fell too far. */
@Every(HOUR_SECONDS)
export class WatchPeriods {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly officials: OfficialsPhones,
    private readonly notify: Notify,
  ) {}

  /** How many shares fell; 0 when the quarter was looked at already. */
  async run(): Promise<number> {
    const now = this.clock.now();
    const [before, period] = lastQuarters(now);
    if (now < lastCutOff(period, INDICATORS)) return 0;
    return this.db.transaction(async (tx) => {
      const fresh = await sql(
        tx,
        'insert into audit.period_watch (period, watched_at) values ($1, $2) on conflict do nothing returning period',
        [period.key, now],
      );
      if (!fresh.length) return 0;
      const falls = await this.falls(tx, before, period, now);
      await this.write(tx, period, falls, now);
      await this.tell(tx, period, falls, now);
      return falls.length;
    });
  }

  private async falls(tx: Tx, before: AuditPeriod, period: AuditPeriod, now: Date): Promise<Fall[]> {
    const thresholds = await thresholdsOn(tx, localDay(period.from));
    const watched = INDICATORS.filter(({ number, measure }) => measure === 'share' && thresholds.has(number));
    const told = async (one: AuditPeriod) => {
      const { version, asOf } = await versionFor(tx, one.key, undefined, now);
      return tellIndicators(tx, watched, nationOf(one, version, asOf), this.places);
    };
    const [was, is] = [await told(before), await told(period)];
    return is.flatMap(({ number, figures }) =>
      figures.flatMap((after): Fall[] => {
        const { kind, code } = after;
        const old = was.find((one) => one.number === number)?.figures.find((one) => one.kind === kind && one.code === code);
        const fell = old ? fellBy(old, after) : null;
        const threshold = thresholds.get(number)!;
        if (kind === 'commune' || !old || fell === null || fell <= threshold) return [];
        return [{ indicator: number, kind, code, before: old, after, fell, threshold }];
      }),
    );
  }

  private async write(tx: Tx, { key }: AuditPeriod, falls: readonly Fall[], now: Date): Promise<void> {
    for (const { indicator, kind, code, before, after, fell, threshold } of falls)
      await sql(
        tx,
        `insert into audit.fall_alert (period, indicator, place_kind, place_code, numerator_before, denominator_before, numerator, denominator,
           fell_hundredths, threshold_hundredths, raised_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [key, indicator, kind, code, before.numerator, before.denominator, after.numerator, after.denominator, fell, threshold, now],
      );
  }

  private async tell(tx: Tx, period: AuditPeriod, falls: readonly Fall[], now: Date): Promise<void> {
    const { version } = await versionFor(tx, period.key, undefined, now);
    if (!version) await this.send(tx, 'nation', 'VN', TEMPLATES.closable, closableMessage(period.key));
    for (const [place, fallen] of Map.groupBy(falls, ({ kind, code }) => `${kind} ${code}`)) {
      const { kind, code } = fallen[0]!;
      const name = kind === 'nation' ? null : (this.places.province(code)?.name ?? place);
      await this.send(tx, kind, code, TEMPLATES.fall, fallMessage(period.key, name, fallen));
    }
  }

  private async send(tx: Tx, kind: 'nation' | 'province', code: string, template: string, text: string): Promise<void> {
    const phones = await this.officials.of(kind, code);
    await this.notify.sendAll(
      tx,
      phones.map((to) => ({ to, channel: 'sms', template, text })),
    );
  }
}

/** The quarter that ended last, and the one before it first. */
function lastQuarters(now: Date): [before: AuditPeriod, period: AuditPeriod] {
  const [before, period] = quartersUpTo(readPeriod(undefined, now), 3);
  return [before!, period!];
}

/** Thresholds by indicator that hold on a day, in hundredths of a point. */
async function thresholdsOn(tx: Tx, day: string): Promise<Map<number, number>> {
  const rows = await sql<{ indicator: number; hundredths: number }>(
    tx,
    'select indicator, hundredths from audit.fall_threshold where valid_from <= $1 and (valid_to is null or $1 < valid_to)',
    [day],
  );
  return new Map(rows.map(({ indicator, hundredths }) => [indicator, hundredths]));
}
