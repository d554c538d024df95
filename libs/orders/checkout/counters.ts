import { Injectable } from '@nestjs/common';
import { PostOffices, type CounterOffice } from '@choxa/postal-contract';
import type { QuotedPart } from '../cart/read-cart.query.js';
import { orderProblem } from '../orders.problems.js';

/** Post offices whose counters can keep an order for its recipient. */
@Injectable()
export class Counters {
  constructor(private readonly offices: PostOffices) {}

  /** Those of the operator that carries every part of the order, in the recipient's province. None when several operators carry it: each has its own. */
  async of(parts: readonly QuotedPart[], where: { provinceCode: string; communeCode: string | null }): Promise<CounterOffice[]> {
    const operators = new Set(parts.map(({ postage }) => (postage.status === 'quoted' ? postage.operatorCode : null)));
    const [operatorCode] = operators;
    return operators.size === 1 && operatorCode ? this.offices.counters({ operatorCode, ...where }) : [];
  }

  /** The one of this code; null when none is asked for. Throws `office.unknown`. */
  async chosen(
    parts: readonly QuotedPart[],
    officeCode: string | null | undefined,
    { code, provinceCode }: { code: string; provinceCode: string },
  ): Promise<CounterOffice | null> {
    if (!officeCode) return null;
    const office = (await this.of(parts, { provinceCode, communeCode: code })).find((one) => one.code === officeCode);
    if (!office) throw orderProblem('office.unknown', { errors: [{ pointer: '/officeCode', code: 'office.unknown', detail: officeCode }] });
    return office;
  }
}
