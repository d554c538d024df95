import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, platformProblem } from '@choxa/platform';
import { CARD_COLUMNS, CARD_ITEM } from '../listing/card.js';
import { SEEN } from '../products/seen-product.query.js';

/** What else a reader of a product's page may like: more of the household, and the same kind of others. */
@Injectable()
export class RelatedProducts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `RelatedProductsDto`. Throws `not-found` for a product that never was on sale or may not be shown. */
  async text(slug: string): Promise<string> {
    const [row] = await this.db.rows<{ related: string }>('catalogue.related', RELATED, [localDay(this.clock.now()), slug]);
    if (!row) throw platformProblem('not-found');
    return row.related;
  }
}

const MOST = 6;

/** One pack of each product, the most bought first. A household's products are few; of a set only the most bought packs are looked at. */
const cards = (from: string): string => `
  select coalesce(json_agg((${CARD_ITEM})::json order by popularity desc, pack_id), '[]')
    from (select * from (select distinct on (product_id) product_id, pack_id, popularity, ${CARD_COLUMNS} from (${from}) packs
                          order by product_id, popularity desc, pack_id) products
           order by popularity desc, pack_id limit ${MOST}) shown`;

/** SQL of a `RelatedProductsDto` for a row of `catalogue.product`; `$1` is today. */
export const RELATED_JSON = `json_build_object(
      'household', (${cards('select * from catalogue.listing where published and household_id = product.household_id and product_id <> product.id')}),
      'set', (${cards(`select * from catalogue.listing where published and set_code = product.set_code and household_id <> product.household_id
                        order by popularity desc, published_at desc, pack_id desc limit ${MOST * 4}`)}))`;

const RELATED = `select ${RELATED_JSON}::text as related from catalogue.product where slug = $2 and ${SEEN}`;
