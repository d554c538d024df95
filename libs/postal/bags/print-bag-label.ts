import { Injectable } from '@nestjs/common';
import { Clock, type Actor } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import type { ShippingLabelFormat } from '../parcels/labels/shipping-label.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { bagLabelPdf } from './bag-label.js';
import { Bags } from './bags.query.js';

/** The label of a bag that nothing more goes into: until then its count and weight may change. Nobody's data stand on it. */
@Injectable()
export class PrintBagLabel {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly bags: Bags,
  ) {}

  /** Answers the bag's number and the PDF. @throws Problem `bag.unknown`, also for another operator's; `bag.still-open` */
  async run(actor: Actor, id: string, format: ShippingLabelFormat): Promise<{ number: string; pdf: Buffer }> {
    const { closedAt, ...bag } = await this.bags.one(actor, id);
    if (!closedAt) throw postalProblem('bag.still-open');
    const [operator] = await this.db.rows<{ operatorName: string }>('postal.operator-of-bag', OPERATOR, [id, staffOffices(actor)]);
    const label = { ...bag, ...operator!, closedAt: new Date(closedAt) };
    return { number: bag.number, pdf: await bagLabelPdf(label, format, this.clock.now()) };
  }
}

const OPERATOR = `
  select operator.name as "operatorName" from postal.bag join postal.operator on operator.id = bag.operator_id
   where bag.id = $1 and bag.operator_id in (select operator_id from postal.office where id = any($2::uuid[]))`;
