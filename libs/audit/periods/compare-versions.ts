import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Clock, Database, platformProblem, type Actor, type Tx } from '@choxa/platform';
import { INDICATORS } from '../indicators/registry.js';
import { valueOf } from '../indicators/measure.rules.js';
import { areaOf, holdsCommune, holdsProvince, type Area } from '../scope/area.rules.js';
import { readPeriod } from './audit-period.rules.js';
import { canonicalJson } from './canonical-json.rules.js';
import { nationOf, tellIndicators } from './make-document.js';
import { closedVersion, readDocument, type DocumentCount, type DocumentFigure, type DocumentIndicator } from './period-document.js';

/** A figure of one place in one version; null where nothing was told of it. */
export interface ComparedFigure extends DocumentCount {
  value: string | null;
}

export interface Difference {
  indicator: number;
  kind: DocumentFigure['kind'];
  code: string;
  name: string;
  before: ComparedFigure | null;
  after: ComparedFigure | null;
  /** Numerator and denominator are the same; what differs stands beside them (net of self-dealing, side figures). */
  besideOnly: boolean;
}

export interface Comparison {
  /** Why the later version was made; null for the first and for the facts as they stand. */
  reason: string | null;
  differences: Difference[];
}

/** What another version of a period says otherwise, place by place, inside the actor's area. */
@Injectable()
export class CompareVersions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
  ) {}

  /** `from`, `to`: closed versions; 0 for the facts as they stand. @throws Problem `not-found`, `period.unknown` */
  async run(actor: Actor, key: string, from: number, to: number): Promise<Comparison> {
    const area = areaOf(actor);
    return this.db.snapshot(async (tx) => {
      const [before, after] = [await this.told(tx, key, from), await this.told(tx, key, to)];
      const later = await closedVersion(tx, readPeriod(key, this.clock.now()).key, to);
      return { reason: later?.reason ?? null, differences: this.differences(before, after).filter((one) => this.isInside(area, one)) };
    });
  }

  private async told(tx: Tx, key: string, version: number): Promise<DocumentIndicator[]> {
    const now = this.clock.now();
    const period = readPeriod(key, now);
    if (version === 0) return tellIndicators(tx, INDICATORS, nationOf(period, 0, now), this.places);
    const document = await readDocument(tx, period.key, version);
    if (!document) throw platformProblem('not-found');
    return document.indicators;
  }

  private differences(before: DocumentIndicator[], after: DocumentIndicator[]): Difference[] {
    const [was, is] = [figuresByPlace(before), figuresByPlace(after)];
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
      const [old, now] = [was.get(key), is.get(key)];
      if (old && now && canonicalJson(old.figure) === canonicalJson(now.figure)) return [];
      const { indicator, figure } = (now ?? old)!;
      const [left, right] = [compared(old), compared(now)];
      const besideOnly = left?.numerator === right?.numerator && left?.denominator === right?.denominator;
      const { kind, code } = figure;
      return [{ indicator: indicator.number, kind, code, name: this.nameOf(figure), before: left, after: right, besideOnly }];
    });
  }

  private nameOf({ kind, code }: DocumentFigure): string {
    if (kind === 'nation') return code;
    return (kind === 'province' ? this.places.province(code)?.name : this.places.commune(code)?.name) ?? code;
  }

  private isInside(area: Area, { kind, code }: Difference): boolean {
    if (kind === 'nation') return area === null;
    if (kind === 'province') return holdsProvince(area, code);
    return holdsCommune(area, { code, provinceCode: this.places.commune(code)?.provinceCode ?? '' });
  }
}

interface Told {
  indicator: DocumentIndicator;
  figure: DocumentFigure;
}

function figuresByPlace(indicators: DocumentIndicator[]): Map<string, Told> {
  const all = indicators.flatMap((indicator) =>
    indicator.figures.map((figure) => [`${indicator.number} ${figure.kind} ${figure.code}`, { indicator, figure }] as const),
  );
  return new Map(all);
}

function compared(told: Told | undefined): ComparedFigure | null {
  if (!told) return null;
  const { numerator, denominator } = told.figure;
  return { numerator, denominator, value: valueOf(told.indicator.measure, numerator, denominator) };
}
