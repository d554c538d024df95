import { PhraseTable } from './phrase-table.js';

export interface Season {
  setCode: string;
  term: string;
  firstMonth: number;
  lastMonth: number;
}

/** Seasons by product set and by words of names. */
export class SeasonTable {
  private readonly bySet = new Map<string, PhraseTable<number>>();

  constructor(seasons: readonly Season[]) {
    for (const [setCode, own] of Map.groupBy(seasons, (season) => season.setCode))
      this.bySet.set(setCode, new PhraseTable(own.map((season) => [season.term, monthBits(season)] as const)));
  }

  /** The months in which a product is in season, bit 0 for January; 0 where nothing is known. */
  monthsOf(setCode: string, name: string): number {
    return (this.bySet.get(setCode)?.in(name) ?? []).reduce((months, bits) => months | bits, 0);
  }
}

/** From the first month through the last, over the new year where the last lies before the first. */
export function monthBits({ firstMonth, lastMonth }: Pick<Season, 'firstMonth' | 'lastMonth'>): number {
  let bits = 0;
  for (let month = firstMonth; ; month = (month % 12) + 1) {
    bits |= 1 << (month - 1);
    if (month === lastMonth) return bits;
  }
}
