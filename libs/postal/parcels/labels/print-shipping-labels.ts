import { Injectable } from '@nestjs/common';
import { Clock, Config, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { staffOffices } from '../../offices/offices.query.js';
import { PostalDatabase } from '../../postal-database.js';
import { postalProblem } from '../../postal.problems.js';
import { operatorsOfSender, senderKeyOf } from '../../senders/senders.js';
import { readParcelNumber } from '../../scans/parcels-to-move.js';
import { IN_SCOPE } from '../staff-parcels.query.js';
import { outsidePhone } from './outside-phone.rules.js';
import { shippingLabelsPdf, type ShippingLabel, type ShippingLabelFormat } from './shipping-label.js';

type Role = 'sender' | 'recipient';
type PartyColumns = Record<`${Role}_${'name' | 'phone' | 'street' | 'place'}`, string>;
type LabelRow = Omit<ShippingLabel, Role | 'link'> & PartyColumns & { phoneOnLabel: boolean };

/** As many labels as one print takes. */
export const MOST_LABELS = 200;

/** Whose parcels somebody may print labels of: a condition on `parcel`, with its parameters from `$2` on. */
interface LabelScope {
  where: string;
  params: unknown[];
}

/** Labels for the outside of parcels, in the sequence in which they were asked for. They carry names and streets, so printing is recorded as a reading. */
@Injectable()
export class PrintShippingLabels {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly config: Config,
  ) {}

  /** Of the offices the actor works for. @throws Problem `parcel.unknown`, also for another's parcel (its detail is the number) */
  async ofStaff(actor: Actor, written: readonly string[], format: ShippingLabelFormat): Promise<Buffer> {
    return this.print(actor, written, format, { where: IN_SCOPE('$2::uuid[]'), params: [staffOffices(actor)] });
  }

  /** Of those a sender announced by API itself. @throws Problem `parcel.unknown`, also for another's parcel (its detail is the number) */
  async ofSender(actor: Actor, written: readonly string[], format: ShippingLabelFormat): Promise<Buffer> {
    const where = 'parcel.operator_id = any($2::uuid[]) and parcel.sender_key = $3';
    return this.print(actor, written, format, { where, params: [operatorsOfSender(actor), senderKeyOf(actor)] });
  }

  private async print(actor: Actor, written: readonly string[], format: ShippingLabelFormat, scope: LabelScope): Promise<Buffer> {
    const numbers = [...new Set(written.map(readParcelNumber))];
    const labels = await this.db.transaction(async (tx) => {
      const found = await this.labels(tx, numbers, scope);
      const missing = numbers.find((number) => !found.has(number));
      if (missing !== undefined) throw postalProblem('parcel.unknown', { detail: missing });
      const [first, ...others] = numbers;
      const reading = {
        action: 'parcel.label-printed',
        subjectKind: 'parcel',
        subjectId: first!,
        details: others.length ? { others } : {},
      };
      await this.trail.record(tx, actor, reading);
      return numbers.map((number) => found.get(number)!);
    });
    return shippingLabelsPdf(labels, format, this.clock.now());
  }

  private async labels(tx: Tx, numbers: string[], { where, params }: LabelScope): Promise<Map<string, ShippingLabel>> {
    const rows = await sql<LabelRow>(tx, `${LABELS} and ${where}`, [numbers, ...params]);
    return new Map(rows.map((row) => [row.number, this.toLabel(row)]));
  }

  private toLabel({ phoneOnLabel, ...row }: LabelRow): ShippingLabel {
    const party = (role: Role) => ({
      name: row[`${role}_name`],
      phone: outsidePhone(row[`${role}_phone`], phoneOnLabel),
      street: row[`${role}_street`],
      place: row[`${role}_place`],
    });
    const link = `${this.config.publicUrl}/theo-doi/${row.number}`;
    return { ...row, link, sender: party('sender'), recipient: party('recipient') };
  }
}

const PARTY = (role: Role) => `
  ${role}_name, ${role}_phone, ${role}_street, ${role}_commune_name || ', ' || ${role}_province_name as ${role}_place`;
const LABELS = `
  select parcel.number, operator.name as "operatorName", delivery.code as "sortCode", delivery.name as "deliveryOfficeName",
    coalesce(left(recipient_digital_address, 5), delivery.postcode) as postcode, ${PARTY('sender')}, ${PARTY('recipient')}, cod_vnd as "codVnd",
    inspection, gift, deliver_to = 'office' as "atCounter", coalesce(accepted_weight_grams, weight_grams) as "weightGrams",
    promised_on::text as "promisedOn", coalesce(phone_on_label, false) as "phoneOnLabel"
  from postal.parcel
  join postal.operator on operator.id = parcel.operator_id
  join postal.office delivery on delivery.id = parcel.delivery_office_id
  left join postal.counter_setting on counter_setting.operator_id = parcel.operator_id
  where parcel.number = any($1::text[])`;
