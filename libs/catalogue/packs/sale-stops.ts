import { Injectable } from '@nestjs/common';
import { Clock, sql, type Tx } from '@choxa/platform';
import { Listings } from '../listing/listings.js';
import { PackEntity } from './pack.entity.js';

/** Takes packs off sale and puts them back, for the libs that have a reason to. The household's own switch stays as it is. */
@Injectable()
export class SaleStops {
  constructor(
    private readonly listings: Listings,
    private readonly clock: Clock,
  ) {}

  /** Makes the pack stopped for `cause`, or not. Saying what already holds changes nothing and costs one statement. */
  async set(tx: Tx, packId: string, cause: string, stopped: boolean): Promise<void> {
    const changed = stopped
      ? await sql(
          tx,
          `insert into catalogue.sale_stop (pack_id, cause, stopped_at) values ($1, $2, $3) on conflict do nothing returning 1 as one`,
          [packId, cause, this.clock.now()],
        )
      : await sql(tx, 'delete from catalogue.sale_stop where pack_id = $1 and cause = $2 returning 1 as one', [packId, cause]);
    if (!changed.length) return;
    const pack = await tx.findOneByOrFail(PackEntity, { id: packId });
    await this.listings.refresh(tx, [pack.productId]);
  }
}
