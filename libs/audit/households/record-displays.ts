import { ProductPublished, ProductWithdrawn, type ProductPublishedV1, type ProductWithdrawnV1 } from '@choxa/catalogue';
import { Handles, type Tx } from '@choxa/platform';
import { PlainRecorder } from '../facts/plain-recorder.js';
import { recountHouseholds } from '../register-periods/register-periods.js';

@Handles(ProductPublished)
export class RecordDisplayWhenProductPublished extends PlainRecorder<ProductPublishedV1> {
  protected readonly statement = display(true);
  protected override readonly recount = recountShops;
}

@Handles(ProductWithdrawn)
export class RecordDisplayWhenProductWithdrawn extends PlainRecorder<ProductWithdrawnV1> {
  protected readonly statement = display(false);
  protected override readonly recount = recountShops;
}

function display(onSale: boolean): string {
  return `
    insert into audit.product_display (product_id, at, on_sale, household_id)
    select "productId", at, ${onSale}, "householdId"
      from jsonb_to_recordset($1) as told ("productId" uuid, "householdId" uuid, at timestamptz)
    on conflict do nothing`;
}

function recountShops(tx: Tx, facts: readonly { householdId: string }[]): Promise<void> {
  return recountHouseholds(
    tx,
    facts.map(({ householdId }) => householdId),
  );
}
