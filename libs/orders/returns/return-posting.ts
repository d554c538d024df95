import { Injectable } from '@nestjs/common';
import { PacksForSale } from '@choxa/catalogue';
import { Households } from '@choxa/households';
import { Clock, Events, sql, type Tx } from '@choxa/platform';
import { PostingRequested, type PartyV1 } from '@choxa/postal-contract';

interface Row {
  householdId: string;
  sender: PartyV1;
}

interface Back {
  packId: string;
  code14: string | null;
  description: string;
  quantity: number;
}

/** Asks the post to carry a return: from the buyer to the household, under the return's own id, with nothing to collect. */
@Injectable()
export class ReturnPosting {
  constructor(
    private readonly households: Households,
    private readonly packs: PacksForSale,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async request(tx: Tx, returnId: string): Promise<void> {
    const [head] = await sql<Row>(tx, HEAD, [returnId]);
    const lines = await sql<Back>(tx, LINES, [returnId]);
    const household = (await this.households.byIds(tx, [head!.householdId])).get(head!.householdId)!;
    const packs = await this.packs.byIds(
      tx,
      lines.map((line) => line.packId),
    );
    const grams = lines.reduce((sum, line) => sum + (packs.get(line.packId)?.weightGrams ?? 0) * line.quantity, 0);
    await this.events.publish(tx, PostingRequested, {
      operatorCode: null,
      sender: head!.sender,
      senderReference: returnId,
      recipient: {
        name: household.name,
        phone: household.phone!,
        street: household.street!,
        communeCode: household.communeCode!,
      },
      weightGrams: Math.max(1, grams),
      codVnd: 0,
      contents: lines.map(({ code14, description, quantity }) => ({ code14, description, quantity })),
      requestedAt: this.clock.now().toISOString(),
    });
  }
}

const HEAD = `
  select part.household_id as "householdId",
         json_build_object('name', whole.recipient_name, 'phone', whole.phone, 'street', whole.street, 'communeCode', whole.commune_code) as sender
    from orders.return_case one
    join orders.seller_order part on part.id = one.seller_order_id
    join orders."order" whole on whole.id = part.order_id
   where one.id = $1`;

const LINES = `
  select line.pack_id as "packId", line.label #>> '{barcode,number}' as code14, line.product_name || ' ' || line.net_content as description,
         back.quantity
    from orders.return_line back join orders.order_line line on line.id = back.line_id
   where back.return_id = $1 order by line.position`;
