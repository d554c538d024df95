import { RecognitionSettled, type RecognitionSettledV1 } from '@choxa/catalogue';
import { Handles, type Tx } from '@choxa/platform';
import { PlainRecorder } from '../facts/plain-recorder.js';
import { recountHouseholds } from '../register-periods/register-periods.js';

/** What was settled last holds, in whatever sequence it is told. */
@Handles(RecognitionSettled)
export class RecordRecognitionWhenSettled extends PlainRecorder<RecognitionSettledV1> {
  protected readonly statement = `
    insert into audit.recognition as known (recognition_id, product_id, household_id, stars, valid_from, valid_to, revoked_on, settled_at)
    select distinct on ("recognitionId") "recognitionId", "productId", "householdId", stars, "validFrom", "validTo", "revokedOn", at
      from jsonb_to_recordset($1) as told ("recognitionId" uuid, "productId" uuid, "householdId" uuid, stars int, "validFrom" date,
             "validTo" date, "revokedOn" date, at timestamptz)
     order by "recognitionId", at desc
    on conflict (recognition_id) do update
       set stars = excluded.stars, valid_from = excluded.valid_from, valid_to = excluded.valid_to, revoked_on = excluded.revoked_on,
           settled_at = excluded.settled_at
     where known.settled_at < excluded.settled_at`;

  protected override recount(tx: Tx, facts: readonly RecognitionSettledV1[]): Promise<void> {
    return recountHouseholds(
      tx,
      facts.map(({ householdId }) => householdId),
    );
  }
}
