import { Injectable } from '@nestjs/common';
import { Clock, Events, sql, type Tx } from '@choxa/platform';
import { ProductPublished, ProductWithdrawn } from '../catalogue.events.js';
import type { ProductEntity } from './product.entity.js';

/** Notes and tells when a product enters the shop or leaves it; nothing where it stands as it stood. The caller holds the product's lock. */
@Injectable()
export class NoteDisplay {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  async run(
    tx: Tx,
    { id, householdId, state, takenDownAt }: Pick<ProductEntity, 'id' | 'householdId' | 'state' | 'takenDownAt'>,
  ): Promise<void> {
    const onSale = state === 'published' && !takenDownAt;
    const [noted] = await sql<{ at: Date }>(tx, NOTE, [id, householdId, onSale, this.clock.now()]);
    if (!noted) return;
    const fact = { productId: id, householdId, at: noted.at.toISOString() };
    await this.events.publish(tx, onSale ? ProductPublished : ProductWithdrawn, fact);
  }
}

// One moment has one state: what comes within the same millisecond is noted in the next.
const NOTE = `
  insert into catalogue.product_display (product_id, household_id, on_sale, at)
  select $1::uuid, $2::uuid, $3::boolean, greatest($4::timestamptz, last.at + interval '1 millisecond')
    from (select 1) one
    left join lateral (select at, on_sale from catalogue.product_display where product_id = $1 order by at desc limit 1) last on true
   where coalesce(last.on_sale, false) <> $3
  returning at`;
