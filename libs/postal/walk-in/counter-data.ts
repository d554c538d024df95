import { HoldsPersonalData, sql, type Obstacle, type Person, type PersonalDataHolder, type Tx } from '@choxa/platform';

/**
 * What the post keeps of people who hand a parcel over at a counter without any shop between, of those it goes to, and of the clerk who took
 * a parcel. Number, communes, weights, amounts and times stay: the books and the figures must not change.
 */
@HoldsPersonalData()
export class CounterData implements PersonalDataHolder {
  readonly part = 'postal-counter';

  async read(tx: Tx, { accountId, phone }: Person): Promise<object> {
    return {
      sent: await sql(tx, parcelsAs('sender'), [phone]),
      received: await sql(tx, parcelsAs('recipient'), [phone]),
      takenOver: await sql(
        tx,
        `select parcel_number as number, taken_by_name as "byName" from postal.acceptance where taken_by = $1 order by parcel_number`,
        [accountId],
      ),
    };
  }

  /** Names are needed until a parcel has arrived, and until its cash is paid out. */
  async obstacles(tx: Tx, { phone }: Person): Promise<Obstacle[]> {
    const open = await sql<{ number: string }>(tx, UNFINISHED, [phone]);
    return open.map(({ number }) => ({
      kind: 'open-parcel',
      vi: `Bưu gửi ${number} chưa xong.`,
      en: `Parcel ${number} is not finished.`,
    }));
  }

  async erase(tx: Tx, { accountId, phone }: Person): Promise<void> {
    await sql(tx, `update postal.parcel set sender_name = '–', sender_phone = '', sender_street = '' where ${OF('sender')}`, [phone]);
    await sql(
      tx,
      `update postal.parcel set recipient_name = '–', recipient_phone = '', recipient_street = '', recipient_digital_address = null,
         recipient_latitude = null, recipient_longitude = null where ${OF('recipient')}`,
      [phone],
    );
    await sql(tx, `update postal.acceptance set taken_by_name = '' where taken_by = $1`, [accountId]);
  }
}

type Role = 'sender' | 'recipient';

/** Walk-in parcels have a name space of references of their own (take-walk-in-parcel.ts). */
const OF = (role: Role) => `sender_key like 'counter:%' and ${role}_phone = $1`;

const parcelsAs = (role: Role) => `
  select number, ${role}_name as name, ${role}_phone as phone, ${role}_street as street, ${role}_commune_name as "communeName",
    announced_at as "handedOverAt", state, cod_vnd as "codVnd", postage_vnd as "postageVnd"
  from postal.parcel where ${OF(role)} order by announced_at, number`;

const UNFINISHED = `
  select number from postal.parcel
   where sender_key like 'counter:%' and (sender_phone = $1 or recipient_phone = $1) and (
     outcome is null or (outcome = 'EMI' and cod_vnd > 0
       and not exists (select from postal.cod_entry paid where paid.parcel_number = number and paid.step = 'remitted')))
   order by number`;
