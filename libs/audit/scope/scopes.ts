import { Injectable } from '@nestjs/common';
import { Places, type Province } from '@choxa/places';
import { Clock, Database, platformProblem, sql, type Actor } from '@choxa/platform';
import { findProductSet } from '@choxa/standards';
import { readPeriod } from '../periods/audit-period.rules.js';
import { versionFor } from '../periods/closed-version.query.js';
import { areaOf, holdsCommune, holdsProvince, type Area } from './area.rules.js';
import type { CoveredPlaceDto, NamedFilterDto, ScopeQueryDto } from './scope.dto.js';
import { CUTS, type Cut, type Scope } from './scope.js';
import { inPlace, placeParams } from './scope.sql.js';

/** A question, and what its places and filters are called. */
export interface Asked {
  scope: Scope;
  /** The filters in the order of the drill, each by name. */
  filters: NamedFilterDto[];
  /** The province or commune filtered by, else all the official may see; empty for the whole nation. */
  covers: CoveredPlaceDto[];
  /** All provinces of today. */
  provinces: readonly Province[];
}

/** Reads what an official asks for; what lies outside his area is not found, like what does not exist. */
@Injectable()
export class Scopes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
  ) {}

  /** @throws Problem `period.unknown`, `not-found` */
  async read(actor: Actor, query: ScopeQueryDto): Promise<Asked> {
    const area = areaOf(actor);
    const now = this.clock.now();
    const period = readPeriod(query.period, now);
    const filters: NamedFilterDto[] = [];
    for (const key of CUTS) {
      const code = query[key];
      if (code) filters.push({ key, code, name: await this.nameOf(key, code, area, query) });
    }
    const { version, asOf } = await versionFor(this.db.read, period.key, query.version, now);
    const narrowed = Object.fromEntries(filters.map(({ key, code }) => [key, code]));
    const scope = { period, version, area, filters: narrowed, asOf };
    return { scope, filters, covers: this.covered(area, filters), provinces: this.places.provinces() };
  }

  private covered(area: Area, filters: NamedFilterDto[]): CoveredPlaceDto[] {
    const place = filters.findLast(({ key }) => key === 'province' || key === 'commune');
    if (place) return [{ code: place.code, name: place.name }];
    return [
      ...(area?.provinces ?? []).map((code) => ({ code, name: this.places.province(code)?.name ?? code })),
      ...(area?.communes ?? []).map((code) => ({ code, name: this.places.commune(code)?.name ?? code })),
    ];
  }

  /** The name of one thing inside the area. @throws Problem `not-found` */
  private async nameOf(key: Cut, code: string, area: Area, query: ScopeQueryDto): Promise<string> {
    const name = await this.nameInside(key, code, area, query);
    if (name === undefined) throw platformProblem('not-found');
    return name;
  }

  private nameInside(key: Cut, code: string, area: Area, query: ScopeQueryDto): string | undefined | Promise<string | undefined> {
    if (key === 'province') return this.provinceName(code, area, query.commune);
    if (key === 'commune') return this.communeName(code, area, query.province);
    if (key === 'set') return findProductSet(code)?.vi;
    if (key === 'operator') return code;
    return this.sellerName(key, code, area);
  }

  /** A province may be named by an official of one of its communes too, beside that commune. */
  private provinceName(code: string, area: Area, commune: string | undefined): string | undefined {
    return commune || holdsProvince(area, code) ? this.places.province(code)?.name : undefined;
  }

  private communeName(code: string, area: Area, province: string | undefined): string | undefined {
    const commune = this.places.commune(code);
    if (!commune || !holdsCommune(area, commune) || (province && province !== commune.provinceCode)) return undefined;
    return commune.name;
  }

  /** A household or product that has sold inside the area, by its latest name. */
  private async sellerName(key: 'household' | 'product', id: string, area: Area): Promise<string | undefined> {
    const [row] = await sql<{ name: string }>(
      this.db.read,
      `select ${key}_name as name from audit.traded_line where ${key}_id = $1 and ${inPlace(2)} order by delivered_at desc, line_id limit 1`,
      [id, ...placeParams({ area, filters: {} })],
    );
    return row?.name;
  }
}
