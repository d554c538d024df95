import { HoldsPersonalData, sql, type Obstacle, type Person, type PersonalDataHolder, type Tx } from '@choxa/platform';

/** What people told the post about their parcels: claims, and that a delivery did not happen. */
@HoldsPersonalData()
export class ClaimData implements PersonalDataHolder {
  readonly part = 'postal-claims';

  async read(tx: Tx, { phone }: Person): Promise<object> {
    const claims = await sql(
      tx,
      `select claim.parcel_number as "parcelNumber", kind, claim.state, words, claim.opened_at as "openedAt", answer, sum_vnd as "sumVnd"
         from postal.compensation_case claim join postal.parcel on number = parcel_number where ${OWN_CLAIM} order by claim.opened_at, claim.id`,
      [phone],
    );
    const disputes = await sql(
      tx,
      `select parcel_number as "parcelNumber", dispute as words, disputed_at as "disputedAt", review.state, note
         from postal.delivery_review review join postal.parcel on number = parcel_number
        where recipient_phone = $1 and disputed_at is not null order by disputed_at, review.id`,
      [phone],
    );
    return { claims, disputes };
  }

  async obstacles(tx: Tx, { phone }: Person): Promise<Obstacle[]> {
    const [open] = await sql(
      tx,
      `select from postal.compensation_case claim join postal.parcel on number = parcel_number
        where ${OWN_CLAIM} and claim.state in ('opened', 'examined', 'accepted') limit 1`,
      [phone],
    );
    return open
      ? [
          {
            kind: 'claim',
            vi: 'Bưu chính chưa giải quyết xong yêu cầu bồi thường của bạn.',
            en: 'The post has not settled your claim yet.',
          },
        ]
      : [];
  }

  /** What was asked for and paid stays as a figure; the words go. */
  async erase(tx: Tx, { phone }: Person): Promise<void> {
    await sql(
      tx,
      `update postal.compensation_case claim set words = '–', finding = case when finding is null then null else '–' end,
         answer = case when answer is null then null else '–' end
       from postal.parcel where number = parcel_number and ${OWN_CLAIM}`,
      [phone],
    );
    await sql(
      tx,
      `update postal.delivery_review set dispute = '–' from postal.parcel
        where number = parcel_number and recipient_phone = $1 and disputed_at is not null`,
      [phone],
    );
  }
}

const OWN_CLAIM = `(opened_by <> 'sender' and recipient_phone = $1 or opened_by <> 'recipient' and sender_phone = $1)`;
