import { Injectable } from '@nestjs/common';
import { formatVnd, localDay, parseContactPhone } from '@choxa/standards';
import { Places, type Place } from '@choxa/places';
import { ParcelRegistered, type PartyV1, type PostingRequestedV1 } from '@choxa/postal-contract';
import { Clock, Events, Notify, sql, type Tx } from '@choxa/platform';
import { newDeliveryCode, type NewDeliveryCode } from '../delivery/delivery-codes.js';
import { Network } from '../network/network.js';
import { chooseOffices } from '../offices/choose-offices.js';
import { allotNumber } from '../operators/allot-number.js';
import { chooseOperator, type ChosenOperator } from '../operators/choose-operator.js';
import { postalProblem } from '../postal.problems.js';
import { promisedDay } from '../tariffs/promised-day.js';
import { contentColumns, insertContents } from './content-lines.js';

/** Requests that come over the wall share one name space of references; every other sender has its own. */
export const WALL_SENDER = 'posting-requests';

interface Party extends PartyV1 {
  place: Place;
}

/** Gives one posting request its parcel: operator, number, offices, promised day, and the recipient's code. */
@Injectable()
export class RegisterParcel {
  constructor(
    private readonly places: Places,
    private readonly events: Events,
    private readonly notify: Notify,
    private readonly clock: Clock,
    private readonly network: Network,
  ) {}

  /**
   * Runs in the caller's transaction. `originOfficeId`: where it is handed over; else the office that serves the sender's commune. The same reference again answers the parcel it has; nothing is made or sent twice.
   * @throws Problem `place.unknown`, `operator.unknown`, `office.none`, `numbers.used-up`
   */
  async run(
    tx: Tx,
    request: PostingRequestedV1,
    senderKey = WALL_SENDER,
    originOfficeId: string | null = null,
  ): Promise<{ number: string; created: boolean }> {
    const sender = this.party(request.sender);
    const recipient = this.party(request.recipient);
    const operator = await chooseOperator(tx, request.operatorCode, sender.place.provinceCode);
    // Before the number: taking a number makes rivals of the same operator wait until we commit.
    const secret = await newDeliveryCode();
    const number = await this.insert(tx, { ...request, senderKey, originOfficeId }, operator, sender, recipient, secret);
    // The reference has its parcel already; the number we took stays unused.
    if (!number) return { number: await this.known(tx, senderKey, request.senderReference), created: false };
    await this.notify.send(tx, {
      to: recipient.phone,
      channel: 'sms',
      template: 'postal.parcel-registered',
      text: announcement(operator.name, number, secret.code, request.codVnd),
    });
    await this.events.publish(tx, ParcelRegistered, {
      number,
      senderReference: request.senderReference,
      operatorCode: operator.code,
    });
    return { number, created: true };
  }

  private async known(tx: Tx, senderKey: string, senderReference: string): Promise<string> {
    const [row] = await sql<{ number: string }>(tx, 'select number from postal.parcel where sender_key = $1 and sender_reference = $2', [
      senderKey,
      senderReference,
    ]);
    return row!.number;
  }

  private party(party: PartyV1): Party {
    const place = this.places.commune(party.communeCode);
    if (!place) throw postalProblem('place.unknown', { detail: party.communeCode });
    const phone = parseContactPhone(party.phone);
    return { ...party, phone: phone.ok ? phone.e164 : party.phone, place };
  }

  /** The parcel with its contents and the hash of its code, in one statement; null when its reference has one. */
  private async insert(
    tx: Tx,
    request: PostingRequestedV1 & { senderKey: string; originOfficeId: string | null },
    operator: ChosenOperator,
    sender: Party,
    recipient: Party,
    { salt, hash }: NewDeliveryCode,
  ): Promise<string | null> {
    const now = this.clock.now();
    const chosen = await chooseOffices(tx, operator.id, where(sender), where(recipient), officeAskedFor(request), localDay(now));
    const offices = { ...chosen, originOfficeId: request.originOfficeId ?? chosen.originOfficeId };
    const way = {
      operatorId: operator.id,
      fromProvinceCode: sender.place.provinceCode,
      toProvinceCode: recipient.place.provinceCode,
    };
    const promisedOn = await promisedDay(tx, way, now);
    const path = await this.network.path(offices.originOfficeId, offices.deliveryOfficeId, now, tx);
    const columns = {
      number: await allotNumber(tx, operator.id),
      operator_id: operator.id,
      sender_key: request.senderKey,
      sender_reference: request.senderReference,
      ...copied('sender', sender),
      ...copied('recipient', recipient),
      weight_grams: request.weightGrams,
      volume_cm3: request.volumeCm3 ?? null,
      cod_vnd: request.codVnd,
      ...wishes(request),
      origin_office_id: offices.originOfficeId,
      delivery_office_id: offices.deliveryOfficeId,
      state: 'announced',
      state_at: now,
      attempts: 0,
      announced_at: now,
      promised_on: promisedOn,
      route: path?.officeIds ?? [],
      promised_at: path?.promisedAt ?? null,
    };
    const contents = contentColumns(request.contents);
    const others = contents.length + 2;
    const [made] = await sql<{ number: string }>(
      tx,
      `with parcel as (
         insert into postal.parcel (${Object.keys(columns).join(', ')})
         values (${Object.keys(columns).map((_, index) => `$${index + 1 + others}`)})
         on conflict on constraint parcel_sender_reference_unique do nothing returning number),
       contents as (${insertContents('parcel', 1)}),
       code as (insert into postal.delivery_code (parcel_number, salt, hash) select number, $${others - 1}::bytea, $${others}::bytea from parcel)
       select number from parcel`,
      [...contents, salt, hash, ...Object.values(columns)],
    );
    return made?.number ?? null;
  }
}

function where({ place }: Party): { communeCode: string; provinceCode: string } {
  return { communeCode: place.code, provinceCode: place.provinceCode };
}

function officeAskedFor({ deliverTo }: PostingRequestedV1): string | null {
  return deliverTo?.kind === 'office' ? deliverTo.officeCode : null;
}

/** What the recipient asked for, as columns. */
function wishes({ deliverTo, gift, inspection }: PostingRequestedV1) {
  const exact = deliverTo?.kind === 'address' ? deliverTo : null;
  return {
    deliver_to: deliverTo?.kind ?? 'address',
    gift: gift ?? false,
    inspection: inspection ?? false,
    recipient_digital_address: exact?.digitalAddress ?? null,
    recipient_latitude: exact?.point?.latitude ?? null,
    recipient_longitude: exact?.point?.longitude ?? null,
  };
}

function copied(role: 'sender' | 'recipient', { name, phone, street, place }: Party): Record<string, string> {
  return {
    [`${role}_name`]: name,
    [`${role}_phone`]: phone,
    [`${role}_street`]: street,
    [`${role}_commune_code`]: place.code,
    [`${role}_commune_name`]: place.name,
    [`${role}_province_code`]: place.provinceCode,
    [`${role}_province_name`]: place.provinceName,
  };
}

/** The only place where the code is written in clear: the message to the recipient. */
function announcement(operatorName: string, number: string, code: string, codVnd: number): string {
  const cash = codVnd ? { vi: ` Tiền thu hộ: ${formatVnd(codVnd)}.`, en: ` Cash to pay: ${formatVnd(codVnd)}.` } : { vi: '', en: '' };
  return (
    `${operatorName}: bưu gửi ${number} sẽ đến bạn.${cash.vi} Mã nhận hàng ${code}: chỉ đọc cho bưu tá khi đã nhận hàng. / ` +
    `Parcel ${number} is coming to you.${cash.en} Delivery code ${code}: tell it to the postman only when you have the parcel.`
  );
}
