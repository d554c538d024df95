import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Database } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { areaKeysOf, areaNames, type Area } from './look-up/areas.js';
import { Gazetteer } from './look-up/gazetteer.js';
import { readPlaceRows } from './look-up/place-rows.query.js';
import type { Place, PlaceRows, Province } from './look-up/place.js';
import { PlacesOfDay } from './look-up/places-of-day.js';
import { provinceNamed, resolvePlace } from './look-up/resolve.rules.js';
import type { Resolution } from './look-up/resolution.js';
import type { AddressText } from './look-up/claims.rules.js';
import { neighboursOf } from './provinces/neighbours.js';
import { PlaceSearchIndex, type SearchHit } from './search/place-search.js';

/**
 * Provinces and communes of today, in memory. Read once at the start; a change of law that has its day in the list takes effect on that day.
 * What needs names and not codes is made ready when it is first asked for.
 */
@Injectable()
export class Places implements OnModuleInit {
  private rows: PlaceRows | null = null;
  /** The days for which the look-up in memory holds: from (with) until (without). */
  private from = '';
  private until = '';
  private ofToday: PlacesOfDay | null = null;
  private gazetteer: Gazetteer | null = null;
  private index: PlaceSearchIndex | null = null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.reload();
  }

  /** Reads the tables again, after an import. */
  async reload(): Promise<void> {
    this.rows = await readPlaceRows(this.db);
    this.ofToday = null;
    this.today();
  }

  /** The province of a two-digit code; null for a code that is none today. */
  province(code: string): Province | null {
    return this.today().provinces.get(code) ?? null;
  }

  /** All provinces and cities, by code. */
  provinces(): Province[] {
    return [...this.today().provinces.values()];
  }

  /** The commune of a five-digit code; null for a code that is none today. */
  commune(code: string): Place | null {
    return this.today().places.get(code) ?? null;
  }

  /** Codes of the provinces that share a border with one; none for an unknown code. */
  neighbours(code: string): readonly string[] {
    return neighboursOf(code);
  }

  /** The communes of a province, by code; none for an unknown province. */
  communes(provinceCode: string): Place[] {
    return this.today().placesOfProvince.get(provinceCode) ?? [];
  }

  /** Type-ahead over names of today and former names. */
  search(query: string, options: { province?: string; limit?: number } = {}): SearchHit[] {
    const known = this.known();
    this.index ??= new PlaceSearchIndex(known);
    return this.index.search(query, options);
  }

  /** The commune of today that an address in old or new names means. It never guesses: `several` means ask. */
  resolve(address: AddressText): Resolution {
    return resolvePlace(address, this.known());
  }

  /** The province of today that a name means: its own, or a former province's that went into it as a whole. Null where it names none. */
  provinceNamed(name: string): Province | null {
    return provinceNamed(name, this.known());
  }

  /** Names of the provinces of today and before 1/7/2025 and of former districts, each with the key of its land. */
  areas(): Area[] {
    return areaNames(this.known());
  }

  /** Keys of the {@link areas} a commune of today lies in, or whose land it has; none for a code that is none today. */
  areaKeysOf(communeCode: string): string[] {
    return areaKeysOf(this.known(), communeCode);
  }

  private known(): Gazetteer {
    this.today();
    return (this.gazetteer ??= new Gazetteer(this.rows!, this.from));
  }

  private today(): PlacesOfDay {
    if (!this.rows) throw new Error('Places are used before they are loaded');
    const today = localDay(this.clock.now());
    if (!this.ofToday || today < this.from || today >= this.until) {
      this.ofToday = new PlacesOfDay(this.rows, today);
      this.gazetteer = null;
      this.index = null;
      this.from = today;
      this.until = nextChange(this.rows, today);
    }
    return this.ofToday;
  }
}

/** The first day after `today` on which a name, kind or border changes. */
function nextChange(rows: PlaceRows, today: string): string {
  const days = [...rows.provinces, ...rows.communes].flatMap((row) => [row.validFrom, row.validTo ?? '']).filter((day) => day > today);
  return days.length ? days.reduce((a, b) => (a < b ? a : b)) : '9999-12-31';
}
