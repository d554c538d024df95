import type { PostalDatabase } from '../postal-database.js';
import type { RepaymentDto, ShortageDto } from './shortage.dto.js';

type Row = Omit<ShortageDto, 'waiting'> & { waiting: RepaymentDto | null };

/** Who still owes what at an office; of one person where `onlyOf` is given. `accountId` asks. */
export function shortagesAt(db: PostalDatabase, officeId: string, accountId: string, onlyOf: string | null): Promise<ShortageDto[]> {
  return db.rows<Row>('postal.shortages', SHORTAGES, [officeId, accountId, onlyOf]);
}

const SHORTAGES = `
  select entry.holder_id as "holderId", coalesce(min(drawer.holder_name), '') as "holderName", sum(amount_vnd)::bigint as "shortVnd",
         (select json_build_object('id', id, 'amountVnd', amount_vnd, 'way', way, 'askedByName', asked_by_name, 'own', asked_by = $2)
            from postal.shortage_repayment asked where asked.office_id = $1 and asked.holder_id = entry.holder_id and state = 'asked') as waiting
    from postal.cod_entry entry left join postal.cash_drawer drawer on drawer.office_id = entry.office_id and drawer.holder_id = entry.holder_id
   where entry.office_id = $1 and account = 'shortage' and ($3::uuid is null or entry.holder_id = $3)
   group by entry.holder_id having sum(amount_vnd) > 0 order by "shortVnd" desc, entry.holder_id`;
