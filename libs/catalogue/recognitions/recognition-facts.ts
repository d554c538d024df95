import { readInSteps, sql, TellsAgain, type FactSource, type Tx } from '@choxa/platform';
import { RecognitionSettled, type RecognitionSettledV1 } from '../catalogue.events.js';

type SettledRow = Omit<RecognitionSettledV1, 'at'> & { at: Date };

/** A recognition as the fact others count: what two officials agreed on last; null for one that was never confirmed. */
export async function settledRecognition(tx: Tx, id: string): Promise<RecognitionSettledV1 | null> {
  const [row] = await sql<SettledRow>(tx, `${SETTLED} and recognition.id = $1`, [id]);
  return row ? toFact(row) : null;
}

/** Every recognition that was ever confirmed, as it was settled last. */
@TellsAgain(RecognitionSettled)
export class TellRecognitionsAgain implements FactSource<RecognitionSettledV1> {
  async tell(tx: Tx, take: (facts: readonly RecognitionSettledV1[]) => Promise<void>): Promise<void> {
    await readInSteps<SettledRow>(tx, SETTLED, (rows) => take(rows.map(toFact)));
  }
}

function toFact({ at, ...fact }: SettledRow): RecognitionSettledV1 {
  return { ...fact, at: at.toISOString() };
}

const SETTLED = `
  select recognition.id as "recognitionId", recognition.product_id as "productId", product.household_id as "householdId", recognition.stars,
         recognition.decision_date::text as "validFrom", recognition.expires_on::text as "validTo",
         case when recognition.status = 'revoked' then (change.at at time zone 'Asia/Ho_Chi_Minh')::date::text end as "revokedOn",
         greatest(recognition.confirmed_at, change.at) as at
    from catalogue.recognition
    join catalogue.product on product.id = recognition.product_id
    left join lateral (select max(decided_at) as at from catalogue.recognition_change
                        where recognition_id = recognition.id and state = 'confirmed') change on true
   where recognition.confirmed_at is not null`;
