import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Clock, Database } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { IMAGE_SIZES, imageUrl } from '../images/image-url.js';
import { KeptAnswers } from '../search/kept-answers.js';
import type { HomeDto } from './home.dto.js';
import { HOME_COUNTS, homeSectionsSql } from './home.sql.js';
import { provinceOfWeek } from './province-of-week.rules.js';

type Pictured<T extends { thumbUrl: string | null }> = Omit<T, 'thumbUrl'> & { imageKey: string | null };

interface Counts {
  facts: HomeDto['facts'];
  sets: Pictured<HomeDto['sets'][number]>[];
  provinces: HomeDto['provinces'];
}

/** JSON texts of list items, as Postgres made them. */
type Sections = Record<'inSeason' | 'popular' | 'fiveStars' | 'newest' | 'ofWeek' | 'near', string> & {
  newHouseholds: Pictured<HomeDto['newHouseholds'][number]>[];
};

const KEPT_MS = 10_000;
/** One per province, and one without. */
const MOST_KEPT = 40;

/** The whole home page in two statements, kept for some seconds per province: it is the same for everybody. */
@Injectable()
export class HomePage {
  private readonly kept = new KeptAnswers<string>(KEPT_MS, MOST_KEPT);

  constructor(
    private readonly db: Database,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  /**
   * The answer as JSON text.
   *
   * @param province code of the province near the shopper; one that is none counts as not given
   */
  async text(province: string | undefined): Promise<string> {
    const near = this.places.province(province ?? '')?.code ?? null;
    const today = localDay(this.clock.now());
    return this.kept.of(`${today} ${near}`, () => this.read(today, near));
  }

  private async read(today: string, near: string | null): Promise<string> {
    const [row] = await this.db.rows<{ counts: Counts }>(HOME_COUNTS.name, HOME_COUNTS.text);
    const { facts, sets, provinces } = row!.counts;
    const codes = this.places.provinces().map(({ code }) => code);
    const ofWeek = provinceOfWeek(codes, provinces, today);
    const { name, text, params } = homeSectionsSql(today, ofWeek, near);
    const [sections] = await this.db.rows<Sections>(name, text, params);
    const { inSeason, popular, fiveStars, newest, newHouseholds } = sections!;
    const rest = {
      newHouseholds: newHouseholds.map(withThumb),
      sets: sets.map(withThumb),
      provinces,
      facts,
    };
    const lists = `"inSeason":${inSeason},"popular":${popular},"fiveStars":${fiveStars},"newest":${newest}`;
    return `{${lists},"provinceOfWeek":${this.placed(ofWeek, sections!.ofWeek)},"near":${this.placed(near, sections!.near)},${JSON.stringify(rest).slice(1)}`;
  }

  /** A province with its goods as JSON text. */
  private placed(code: string | null, items: string): string {
    if (!code) return 'null';
    return `{"code":"${code}","name":${JSON.stringify(this.places.province(code)!.name)},"items":${items}}`;
  }
}

function withThumb<T extends { imageKey: string | null }>({ imageKey, ...rest }: T) {
  return { ...rest, thumbUrl: imageKey && imageUrl(imageKey, IMAGE_SIZES.thumb) };
}
