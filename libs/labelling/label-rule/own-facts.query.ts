import { localDay, type NumberKind } from '@choxa/standards';
import { sql, steadyArray, type Tx } from '@choxa/platform';

/** What labelling itself knows of a pack and one of its lots. */
export interface OwnFacts {
  packId: string;
  kind: NumberKind | null;
  number: string | null;
  allottedAt: Date | null;
  lotId: string | null;
  lotCode: string | null;
  producedOn: string | null;
  expiresOn: string | null;
  /** Packs in the lot; null when nobody counted. */
  lotQuantity: number | null;
  lotCommuneCode: string | null;
  placeText: string | null;
  traceCode: string | null;
  eventsBeforeShipping: number;
  /** A person has read the number on packs of the lot. */
  barcodeChecked: boolean;
}

/** Steps that end the time in which a lot's origin is told; as SQL. */
const AFTER_SHIPPING = `'shipping', 'arriving', 'receiving'`;

// An event declared wrong counts for nothing.
const factsOf = (lots: string) => `
  select p.pack_id as "packId", b.kind, b.number, b.allotted_at as "allottedAt",
    l.id as "lotId", l.code as "lotCode", l.produced_on::text as "producedOn", l.expires_on::text as "expiresOn", l.quantity as "lotQuantity",
    l.commune_code as "lotCommuneCode", l.place_text as "placeText", l.trace_code as "traceCode",
    (select count(*) from labelling.trace_event e
      where e.lot_id = l.id and e.step not in (${AFTER_SHIPPING}) and e.occurred_at <= $3
        and not exists (select from labelling.event_correction where event_id = e.id)
        and not exists (select from labelling.trace_event s where s.lot_id = l.id and s.step in (${AFTER_SHIPPING}) and s.occurred_at < e.occurred_at
                          and not exists (select from labelling.event_correction where event_id = s.id))
    ) as "eventsBeforeShipping",
    exists (select from labelling.barcode_check c where c.lot_id = l.id and c.number = b.number and c.checked_at <= $3) as "barcodeChecked"
  from unnest(${steadyArray('$1', 'uuid')}) as p (pack_id)
  left join labelling.barcode b on b.pack_id = p.pack_id and b.state = 'current'
  left join lateral (${lots}) l on true`;

/** A lot that may be sold on day $2: made, not expired, not recalled. */
const SALEABLE = `produced_on <= $2::date and (expires_on is null or expires_on >= $2::date)
        and not exists (select from labelling.lot_recall r where r.lot_id = lot.id and r.ended_at is null)`;

// The lot a pack's label is shown for: the latest saleable one; of one day, the last recorded. On a trace page it is the lot asked for ($4).
const OWN_FACTS = factsOf(`
    select * from labelling.lot where pack_id = p.pack_id and case when $4::uuid is null then ${SALEABLE} else id = $4 end
    order by produced_on desc, made_at desc, id desc limit 1`);

const FIRST_EXPIRED = 'expires_on nulls last, produced_on, made_at, id';
const MOST_LOTS = 20;

// The lots an order is filled from, first expired first. An uncounted one takes whatever the counted ones before it do not, so none follows it.
const FACTS_FOR_SALE = `${factsOf(`
    select * from (
      select lot.*, coalesce(bool_or(quantity is null) over
               (order by ${FIRST_EXPIRED} rows between unbounded preceding and 1 preceding), false) as "beyond"
        from labelling.lot where pack_id = p.pack_id and ${SALEABLE}) saleable
     where not "beyond" order by ${FIRST_EXPIRED} limit ${MOST_LOTS}`)}
  order by p.pack_id, l.expires_on nulls last, l.produced_on, l.made_at, l.id`;

/** One statement for any number of packs. `lotId`: judge with this lot instead of the one the packs' labels are shown for. */
export async function ownFacts(tx: Tx, packIds: readonly string[], at: Date, lotId: string | null = null): Promise<OwnFacts[]> {
  return sql<OwnFacts>(tx, OWN_FACTS, [packIds, localDay(at), at, lotId]);
}

/** One statement for any number of packs: a row for each lot an order of that moment may be filled from, first expired first; one without a lot for a pack that has none. */
export async function factsForSale(tx: Tx, packIds: readonly string[], at: Date): Promise<OwnFacts[]> {
  return sql<OwnFacts>(tx, FACTS_FOR_SALE, [packIds, localDay(at), at]);
}
