import { Injectable } from '@nestjs/common';
import { officialProvinces } from '@choxa/catalogue';
import { Households } from '@choxa/households';
import { platformProblem, type Actor, type Tx } from '@choxa/platform';
import { LotEntity } from './lot.entity.js';

export interface LotInCharge {
  lot: LotEntity;
  as: 'household' | 'official';
  /** Of the lot's household; null where its place is not known. */
  provinceCode: string | null;
}

/** Lots somebody answers for: a household for its own, an official for those made by the households of the area. */
@Injectable()
export class LotsInCharge {
  constructor(private readonly households: Households) {}

  /** The lot, as whom the actor reaches it, and the province of its household. Throws `not-found`. */
  async require(tx: Tx, actor: Actor, lotId: string): Promise<LotInCharge> {
    const lot = await tx.findOneBy(LotEntity, { id: lotId });
    if (!lot) throw platformProblem('not-found');
    const household = (await this.households.byIds(tx, [lot.householdId])).get(lot.householdId);
    const provinceCode = household?.provinceCode ?? null;
    if (actor.scope('household', 'household').includes(lot.householdId)) return { lot, as: 'household', provinceCode };
    const provinces = officialProvinces(actor);
    const inArea = provinces === null || (provinceCode !== null && provinces.includes(provinceCode));
    if (!inArea) throw platformProblem('not-found');
    return { lot, as: 'official', provinceCode };
  }
}
