import { Injectable } from '@nestjs/common';
import { formatVnd, localDay, parseContactPhone } from '@choxa/standards';
import { Places } from '@choxa/places';
import { ParcelRegistered, type PartyV1, type PostingRequestedV1 } from '@choxa/postal-contract';
import { Clock, Events, Notify, type Tx } from '@choxa/platform';
import { newDeliveryCode } from '../delivery/delivery-codes.js';
import { Network } from '../network/network.js';
import { chooseOffices } from '../offices/choose-offices.js';
import { allotNumbers } from '../operators/allot-number.js';
import { chooseOperator, type ChosenOperator } from '../operators/choose-operator.js';
import { postalProblem } from '../postal.problems.js';
import { promisedDays } from '../tariffs/promised-day.js';
import { insertParcels, knownNumbers, referenceOf, type NewParcel, type Party, type Posting } from './new-parcels.js';

/** Requests that come over the wall share one name space of references; every other sender has its own. */
export const WALL_SENDER = 'posting-requests';

/** The parcel of a posting; `created` is false where its reference had one. */
export interface Registered {
  number: string;
  created: boolean;
}

/** A posting whose parties and operator are known. */
type Understood = Pick<NewParcel, 'posting' | 'sender' | 'recipient' | 'operator'>;

/** Gives posting requests their parcels: operator, number, offices, promised day, and the recipient's code. */
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
  async run(tx: Tx, request: PostingRequestedV1, senderKey = WALL_SENDER, originOfficeId: string | null = null): Promise<Registered> {
    return (await this.runAll(tx, [{ ...request, senderKey, originOfficeId }]))[0]!;
  }

  /** As `run` for several, in about as many statements as for one. */
  async runAll(tx: Tx, postings: readonly Posting[]): Promise<Registered[]> {
    const now = this.clock.now();
    const parcels = await this.newParcels(tx, await this.understand(tx, postings), now);
    const made = await insertParcels(tx, parcels, now);
    await this.tell(
      tx,
      parcels.filter(({ number }) => made.has(number)),
    );
    // A reference that has its parcel already: the number we took stays unused.
    const others = parcels.flatMap(({ number, posting }) => (made.has(number) ? [] : [posting]));
    const known = await knownNumbers(tx, others);
    return parcels.map(({ number, posting }) =>
      made.has(number) ? { number, created: true } : { number: known.get(referenceOf(posting))!, created: false },
    );
  }

  /** Many postings go by few operators: each is looked up once. */
  private async understand(tx: Tx, postings: readonly Posting[]): Promise<Understood[]> {
    const operators = new Map<string, ChosenOperator>();
    const understood: Understood[] = [];
    for (const posting of postings) {
      const [sender, recipient] = [this.party(posting.sender), this.party(posting.recipient)];
      const { provinceCode } = sender.place;
      const by = `${posting.operatorCode ?? ''} ${provinceCode}`;
      const operator = operators.get(by) ?? (await chooseOperator(tx, posting.operatorCode, provinceCode));
      operators.set(by, operator);
      understood.push({ posting, sender, recipient, operator });
    }
    return understood;
  }

  private party(party: PartyV1): Party {
    const place = this.places.commune(party.communeCode);
    if (!place) throw postalProblem('place.unknown', { detail: party.communeCode });
    const phone = parseContactPhone(party.phone);
    return { ...party, phone: phone.ok ? phone.e164 : party.phone, place };
  }

  private async newParcels(tx: Tx, understood: readonly Understood[], now: Date): Promise<NewParcel[]> {
    const ways = understood.map(({ posting, sender, recipient, operator }) => ({
      operatorId: operator.id,
      sender: where(sender),
      recipient: where(recipient),
      officeCode: officeAskedFor(posting),
      fromProvinceCode: sender.place.provinceCode,
      toProvinceCode: recipient.place.provinceCode,
    }));
    const offices = await chooseOffices(tx, ways, localDay(now));
    const promised = await promisedDays(tx, ways, now);
    const parcels: Omit<NewParcel, 'number'>[] = [];
    for (const [index, { deliveryOfficeId, ...chosen }] of offices.entries()) {
      const originOfficeId = understood[index]!.posting.originOfficeId ?? chosen.originOfficeId;
      const path = await this.network.path(originOfficeId, deliveryOfficeId, now, tx);
      const promisedOn = promised[index]!;
      parcels.push({ ...understood[index]!, originOfficeId, deliveryOfficeId, promisedOn, path, code: newDeliveryCode() });
    }
    return numbered(tx, parcels);
  }

  private async tell(tx: Tx, parcels: readonly NewParcel[]): Promise<void> {
    const messages = parcels.map(({ number, posting, recipient, operator, code }) => ({
      to: recipient.phone,
      channel: 'sms' as const,
      template: 'postal.parcel-registered',
      text: announcement(operator.name, number, code.code, posting.codVnd),
    }));
    const facts = parcels.map(({ number, posting, operator }) => ({
      number,
      senderReference: posting.senderReference,
      operatorCode: operator.code,
    }));
    await this.notify.sendAll(tx, messages);
    await this.events.publishAll(tx, ParcelRegistered, facts);
  }
}

/**
 * Gives each its number, as the last of what it needs: taking them makes rivals of the same operator wait until we commit. The operators come in the
 * sequence of their ids, so that rivals never wait for each other in a circle.
 */
async function numbered(tx: Tx, parcels: readonly Omit<NewParcel, 'number'>[]): Promise<NewParcel[]> {
  const left = new Map<string, string[]>();
  const byOperator = Map.groupBy(parcels, ({ operator }) => operator.id);
  for (const id of [...byOperator.keys()].toSorted()) left.set(id, await allotNumbers(tx, id, byOperator.get(id)!.length));
  return parcels.map((parcel) => ({ ...parcel, number: left.get(parcel.operator.id)!.shift()! }));
}

function where({ place }: Party): { communeCode: string; provinceCode: string } {
  return { communeCode: place.code, provinceCode: place.provinceCode };
}

function officeAskedFor({ deliverTo }: PostingRequestedV1): string | null {
  return deliverTo?.kind === 'office' ? deliverTo.officeCode : null;
}

/** The only place where the code is written in clear: the message to the recipient. */
function announcement(operatorName: string, number: string, code: string, codVnd: number): string {
  const cash = codVnd ? { vi: ` Tiền thu hộ: ${formatVnd(codVnd)}.`, en: ` Cash to pay: ${formatVnd(codVnd)}.` } : { vi: '', en: '' };
  return (
    `${operatorName}: bưu gửi ${number} sẽ đến bạn.${cash.vi} Mã nhận hàng ${code}: chỉ đọc cho bưu tá khi đã nhận hàng. / ` +
    `Parcel ${number} is coming to you.${cash.en} Delivery code ${code}: tell it to the postman only when you have the parcel.`
  );
}
