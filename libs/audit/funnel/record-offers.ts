import { PackOffered, type PackOfferedV1 } from '@choxa/catalogue';
import { Handles, sql, type EventEnvelope, type Tx } from '@choxa/platform';
import { findProductSet } from '@choxa/standards';
import type { FactRecorder } from '../facts/fact-handlers.js';
import { lockFacts } from '../facts/fact-lock.js';

/** Keeps how packs stood in the shop, each time with its end, whatever is told first. */
@Handles(PackOffered)
export class RecordOffersWhenPackOffered implements FactRecorder<PackOfferedV1> {
  async handle(tx: Tx, event: EventEnvelope<PackOfferedV1>): Promise<void> {
    await this.handleAll(tx, [event]);
  }

  async handleAll(tx: Tx, events: readonly EventEnvelope<PackOfferedV1>[]): Promise<void> {
    const facts = events.map(({ data }) => data);
    await lockFacts(
      tx,
      facts.map(({ packId }) => packId),
    );
    await this.record(tx, facts);
  }

  async record(tx: Tx, facts: readonly PackOfferedV1[]): Promise<void> {
    if (!facts.length) return;
    const rows = facts.map((fact) => ({
      pack_id: fact.packId,
      at: fact.at,
      product_id: fact.productId,
      province_code: fact.provinceCode,
      commune_code: fact.communeCode,
      set_code: fact.setCode,
      service: findProductSet(fact.setCode)?.service ?? false,
      on_sale: fact.onSale,
      labelled: fact.labelled,
    }));
    await sql(tx, RECORD, [JSON.stringify(rows)]);
    await sql(tx, SET_ENDS, [[...new Set(facts.map(({ packId }) => packId))]]);
  }
}

const COLUMNS = 'pack_id, at, product_id, province_code, commune_code, set_code, service, on_sale, labelled';

const RECORD = `
  insert into audit.pack_offer (${COLUMNS}) select ${COLUMNS} from json_populate_recordset(null::audit.pack_offer, $1)
  on conflict (pack_id, at) do nothing`;

const SET_ENDS = `
  update audit.pack_offer offer set until = told.next
    from (select pack_id, at, lead(at) over (partition by pack_id order by at) as next from audit.pack_offer where pack_id = any($1::uuid[])) told
   where offer.pack_id = told.pack_id and offer.at = told.at and offer.until is distinct from told.next`;
