import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RestV1 } from '@choxa/postal-contract';
import { Clock, sql, type Actor, type Tx } from '@choxa/platform';
import { allotNumber } from '../operators/allot-number.js';
import { MoveParcels } from '../scans/move-parcels.js';
import { lockParcels, type LockedParcel } from '../scans/parcels-to-move.js';
import { addScans, type StoredScan } from '../scans/stored-scans.js';
import type { PartTaken } from './part-taken.rules.js';

/**
 * What a recipient did not take goes back as a parcel of its own, on its way to the sender from its first moment. So the parcel itself keeps one end,
 * its delivery, by which it is counted (indicator 13) and its cash is booked, and what goes back has a number, scans and an end that anybody can
 * follow; nothing is to be collected for it.
 */
@Injectable()
export class SendBackRest {
  constructor(
    private readonly clock: Clock,
    private readonly moveParcels: MoveParcels,
  ) {}

  /** In the transaction of the delivery; `officeId`: whose postman has the goods. @throws Problem `numbers.used-up` */
  async run(tx: Tx, actor: Actor, whole: LockedParcel, part: PartTaken, officeId: string): Promise<RestV1> {
    const now = this.clock.now();
    await sql(
      tx,
      `update postal.content_line set taken = given.quantity from unnest($2::int[]) with ordinality as given (quantity, place)
        where parcel_number = $1 and line_no = given.place`,
      [whole.number, part.taken],
    );
    const rest = { number: await allotNumber(tx, whole.operatorId), senderReference: randomUUID() };
    await sql(tx, COPY, [rest.number, rest.senderReference, whole.number, part.unitsBack / part.units, now]);
    await sql(tx, COPY_CONTENTS, [rest.number, whole.number]);
    const scan = (code: StoredScan['code']): StoredScan => ({
      id: randomUUID(),
      parcelNumber: rest.number,
      code,
      eventTime: now,
      recordedAt: now,
      device: 'delivery',
      officeId,
      actorId: actor.accountId,
      reason: null,
      nextAction: null,
      fromTheFuture: false,
    });
    await addScans(tx, [scan('EMA'), scan('RTS')]);
    await this.moveParcels.run(tx, actor, await lockParcels(tx, [rest.number], 'operator', [whole.operatorId]));
    return rest;
  }
}

const KEPT = [
  'operator_id',
  'sender_key',
  ...['sender', 'recipient'].flatMap((role) =>
    ['name', 'phone', 'street', 'commune_code', 'commune_name', 'province_code', 'province_name'].map((column) => `${role}_${column}`),
  ),
  'gift',
  'origin_office_id',
  'delivery_office_id',
];

/** `$4`: share of the units that goes back, for the weight. */
const COPY = `
  insert into postal.parcel (number, sender_reference, rest_of, weight_grams, cod_vnd, state, state_at, attempts, announced_at, accepted_at,
    ${KEPT.join(', ')})
  select $1, $2, number, greatest(1, round(coalesce(accepted_weight_grams, weight_grams) * $4::numeric)::int), 0, 'announced', $5, 0, $5, $5,
    ${KEPT.join(', ')}
  from postal.parcel where number = $3`;

const COPY_CONTENTS = `
  insert into postal.content_line (parcel_number, line_no, code14, description, quantity, unit_price_vnd)
  select $1, row_number() over (order by line_no), code14, description, quantity - taken, unit_price_vnd
  from postal.content_line where parcel_number = $2 and quantity > taken`;
