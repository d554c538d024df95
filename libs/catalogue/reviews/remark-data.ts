import { HoldsPersonalData, sql, type Obstacle, type Person, type PersonalDataHolder, type Tx } from '@choxa/platform';
import { ImageFileStore } from '../images/image-files.js';

/**
 * Reviews and questions a person wrote, under the account or as a guest with the same phone. Deleted, the stars and words stay without a name,
 * for ratings must not change; pictures, appeals and questions nobody has answered go.
 */
@HoldsPersonalData()
export class RemarkData implements PersonalDataHolder {
  readonly part = 'reviews-and-questions';

  constructor(private readonly files: ImageFileStore) {}

  async read(tx: Tx, { accountId, phone }: Person): Promise<object> {
    return {
      reviews: await sql(tx, REVIEWS, [accountId, phone]),
      questions: await sql(tx, QUESTIONS, [accountId, phone]),
    };
  }

  async obstacles(): Promise<Obstacle[]> {
    return [];
  }

  async erase(tx: Tx, { accountId, phone }: Person): Promise<void> {
    const who = [accountId, phone];
    const pictures = await sql<{ key: string }>(
      tx,
      `delete from catalogue.review_picture using catalogue.review where review.id = review_id and ${WRITTEN_BY} returning key`,
      who,
    );
    for (const { key } of pictures) await this.files.remove(key);
    await tx.query(
      `update catalogue.product_report set text = '' from catalogue.review where review.id = review_id and category = 'appeal' and ${WRITTEN_BY}`,
      who,
    );
    await tx.query(`delete from catalogue.question where answer is null and ${WRITTEN_BY}`, who);
    for (const table of ['review', 'question'])
      await tx.query(`update catalogue.${table} set account_id = null, author_phone = null, author_name = null where ${WRITTEN_BY}`, who);
  }
}

const WRITTEN_BY = '(account_id = $1 or author_phone = $2)';

const REVIEWS = `
  select product.name as product, stars, text, written_at as "writtenAt", edited_at as "editedAt", reply, hidden_reason as "hiddenReason",
         (select json_agg(report.text order by created_at) from catalogue.product_report report
           where review_id = review.id and category = 'appeal') as appeals,
         (select count(*)::int from catalogue.review_picture where review_id = review.id) as pictures
    from catalogue.review join catalogue.product on product.id = product_id where ${WRITTEN_BY} order by written_at, review.id`;

const QUESTIONS = `
  select product.name as product, text, asked_at as "askedAt", answer, hidden_reason as "hiddenReason"
    from catalogue.question join catalogue.product on product.id = product_id where ${WRITTEN_BY} order by asked_at, question.id`;
