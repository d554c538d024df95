/**
 * SQL of the ways in which the buyer of a traded line is the selling household, as far as its links are known. Neighbours without house numbers
 * share an address, and a shared phone is one device: it may say too much, never who bought; the raw figure stands beside it.
 *
 * @param line name of the row with the household and the buyer's pseudonyms
 */
export function selfDealing(line: string): string {
  return `(
    select coalesce(array_agg(distinct link.kind order by link.kind), '{}') from audit.household_link link
     where link.household_id = ${line}.household_id
       and link.hash = case link.kind
         when 'account' then ${line}.buyer_account_hash
         when 'phone' then ${line}.buyer_phone_hash
         when 'address' then ${line}.buyer_address_hash
         else ${line}.buyer_device_hash end)`;
}
