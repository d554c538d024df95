import { Injectable } from '@nestjs/common';
import { Purchases, type Buyer, type Purchase } from '@choxa/catalogue';
import { sql, type Tx } from '@choxa/platform';
import { buyersOrder } from './buyers-order.query.js';

/** What buyers received, for the catalogue: who has a delivered line may say what the goods were like. */
@Injectable()
export class BuyersPurchases extends Purchases {
  async ofOrder(tx: Tx, { actor, orderNumber, key }: Buyer): Promise<Purchase[]> {
    const { id } = await buyersOrder(tx, actor, orderNumber, key);
    return sql<Purchase>(tx, RECEIVED, [id]);
  }
}

const RECEIVED = `
  select line.id as "lineId", line.product_id as "productId", part.household_id as "householdId", line.product_name as "productName", line.slug,
         line.net_content as "netContent", line.image, whole.account_id as "accountId", whole.recipient_name as "buyerName", whole.phone as "buyerPhone"
    from orders.order_line line
    join orders.seller_order part on part.id = line.seller_order_id
    join orders."order" whole on whole.id = part.order_id
   where whole.id = $1 and part.state = 'delivered' and coalesce(line.confirmed_quantity, line.quantity) > 0
   order by part.household_name, part.id, line.position`;
