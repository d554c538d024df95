import { sql, type Tx } from '@choxa/platform';
import type { HeldRecognition } from './recognition-table.rules.js';

/**
 * The products of some provinces (null: of the nation) that hold a recognition on a day, each with the latest decision; as two officials have
 * settled it by now, but one revoked after the quarter (`until`) still held. Household and commune are those of today.
 */
export function heldRecognitions(tx: Tx, provinces: string[] | null, asOf: string, until: Date): Promise<HeldRecognition[]> {
  return sql<HeldRecognition>(
    tx,
    `select held.*, "productName", "setCode", "householdName", "communeCode", "communeName", "provinceName" from (
        select distinct on (product_id) product_id as "productId", stars, decision_number as "decisionNumber", decision_date::text as "decisionDate",
               authority, issuing_level as "issuingLevel", set_named as "setNamed", expires_on::text as "expiresOn"
          from catalogue.recognition
         where confirmed_at is not null and decision_date <= $2 and expires_on >= $2
           and (status = 'confirmed' or exists (select from catalogue.recognition_change change
                 where change.recognition_id = recognition.id and kind = 'revocation' and state = 'confirmed' and decided_at >= $3))
         order by product_id, decision_date desc, id) held
       join lateral (
        select name as "productName", set_code as "setCode", household_name as "householdName", commune_code as "communeCode",
               commune_name as "communeName", province_name as "provinceName", province_code
          from catalogue.listing where product_id = held."productId" limit 1) seller on true
      where $1::text[] is null or province_code = any($1)
      order by province_code, "communeCode", "householdName", "productName", "productId"`,
    [provinces, asOf, until],
  );
}
