// How registers, recognitions, displays and sales become the rows of `register_period`: those of some periods, communes or households.

const CAME_TO = ['recognised', 'shown_at', 'sold_at', 'sold_to_others_at'];
const COLUMNS = ['period', 'entry_id', 'household_id', 'province_code', 'commune_code', ...CAME_TO].join(', ');

/** Periods as a table; parameters `$1…$6`: keys, first instants, ends, cut-offs of returns, first and last local days. */
const PERIODS = `unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::date[], $6::date[])
  as period (key, from_at, until_at, cut_off_at, first_day, last_day)`;

const firstSale = (which: string) => `
  select delivered_at from audit.traded_line line
   where line.household_id = entry.household_id and delivered_at >= period.from_at and delivered_at < period.until_at
     and (returned_at is null or returned_at >= period.cut_off_at) and ${which}
   order by delivered_at limit 1`;

// A product's time in the shop is cut to the period; one that stands there still does so to its end. `offset 0`: read once, not in each column.
const CAME = `lateral (
  select
    exists (select from audit.recognition held where held.household_id = entry.household_id and held.valid_from <= period.last_day
              and held.valid_to >= period.first_day and coalesce(held.revoked_on > period.first_day, true)) as recognised,
    (select min(ends - (shown - interval '1 day')) from (
       select least(before, period.until_at) as ends,
              sum(least(before, period.until_at) - greatest(since, period.from_at)) over (partition by product_id order by since) as shown
         from (select product_id, on_sale, at as since, lead(at, 1, 'infinity') over (partition by product_id order by at) as before
                 from audit.product_display where household_id = entry.household_id) stay
        where on_sale and since < period.until_at and before > period.from_at) counted
      where shown >= interval '1 day') as shown_at,
    (${firstSale('true')}) as sold_at,
    (${firstSale(`self_dealing = '{}'`)}) as sold_to_others_at
  offset 0) came`;

/** Rows of the periods counted now, of all communes or those of `$7`. */
const COUNTED = `
  select key as period, entry_id, household_id, province_code, commune_code, ${CAME_TO.join(', ')}
    from ${PERIODS}
   cross join lateral (
     select distinct on (commune_code) version_id, province_code, commune_code from audit.register_version
      where as_of <= period.last_day and ($7::text[] is null or commune_code = any($7))
      order by commune_code, as_of desc, version desc) register
    join audit.register_entry entry using (version_id)
   cross join ${CAME}`;

/** SQL that writes the rows of some periods; parameters: those of the periods, and the communes or null. */
export const INSERT_COUNTED = `insert into audit.register_period (${COLUMNS}) ${COUNTED}`;

/** Counts the rows of the households `$7` in the periods anew; which entries there are stays as it is. */
export const RECOUNT_HOUSEHOLDS = `
  update audit.register_period kept set (${CAME_TO.join(', ')}) = (${CAME_TO.map((column) => `counted.${column}`).join(', ')})
    from (select entry.period, entry.entry_id, came.*
            from ${PERIODS} join audit.register_period entry on entry.period = period.key and entry.household_id = any($7::uuid[])
           cross join ${CAME}) counted
   where kept.period = counted.period and kept.entry_id = counted.entry_id
     and (${CAME_TO.map((column) => `kept.${column}`).join(', ')}) is distinct from (${CAME_TO.map((column) => `counted.${column}`).join(', ')})`;

/** SQL: whether the period `key` has rows. It asks for the first of them in the index, which a plain `exists` may look for row by row. */
export const isMade = (key: string) =>
  `(select entry_id from audit.register_period where period = ${key} order by period, entry_id limit 1) is not null`;

/** A table `entry` of the rows of one period; counted now where its year has no totals. Parameters as of the periods, `$7` null. */
export const ENTRIES = `(
  select ${COLUMNS} from audit.register_period where period = ($1::text[])[1]
  union all
  select * from (${COUNTED}) counted where not ${isMade('($1::text[])[1]')}) entry`;
