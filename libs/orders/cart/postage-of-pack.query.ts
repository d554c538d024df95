import { Injectable } from '@nestjs/common';
import { PacksForSale } from '@choxa/catalogue';
import { Households } from '@choxa/households';
import { Database, platformProblem } from '@choxa/platform';
import type { PostageQuote } from '@choxa/postal-contract';
import { RememberedQuotes } from './remembered-quotes.js';

/** What it costs to have one pack carried to a province, as far as the post can tell now. */
@Injectable()
export class PostageOfPack {
  constructor(
    private readonly db: Database,
    private readonly packs: PacksForSale,
    private readonly households: Households,
    private readonly quotes: RememberedQuotes,
  ) {}

  /** Throws `not-found` for a pack that cannot be bought. */
  async to(packId: string, toProvinceCode: string): Promise<PostageQuote> {
    const pack = (await this.packs.byIds(this.db.read, [packId])).get(packId);
    const household = pack?.published && (await this.households.byIds(this.db.read, [pack.householdId])).get(pack.householdId);
    if (!household) throw platformProblem('not-found');
    if (!household.communeCode) return { status: 'unavailable' };
    const { weightGrams, volumeCm3, priceVnd } = pack;
    return this.quotes.ask({ fromCommuneCode: household.communeCode, toProvinceCode, weightGrams, volumeCm3, codVnd: priceVnd });
  }
}
