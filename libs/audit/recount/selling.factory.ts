import { randomUUID } from 'node:crypto';
import type { ProductPublishedV1, RecognitionSettledV1 } from '@choxa/catalogue';
import type {
  HouseholdLinkedV1,
  LinkKind,
  RegisterEntryMatchedV1,
  RegisterImportedV1,
  TrainingAttendanceWithdrawnV1,
  TrainingAttendedV1,
} from '@choxa/households';
import type { SellerOrderDeliveredV1, SellerOrderReturnedV1 } from '@choxa/orders';
import type { SeededNumbers } from '@choxa/testing';
import { aDelivery, aTradedLine } from '../facts/events.factory.js';

/** Two of Hà Nội, two of Nghệ An; what is told may lie outside the one that is asked for. */
export const COMMUNES = [
  { communeCode: '00004', provinceCode: '01' },
  { communeCode: '00025', provinceCode: '01' },
  { communeCode: '11164', provinceCode: '31' },
  { communeCode: '11383', provinceCode: '31' },
] as const;
const HOUSEHOLDS = 24;
/** Days around the ends of quarters come often. */
const DAYS = ['2026-03-31', '2026-04-01', '2026-05-20', '2026-06-30', '2026-07-01', '2026-08-15', '2026-09-30', '2026-10-01', '2026-10-09'];
const CLOCKS = ['00:00:00.000', '06:59:59.999', '07:00:00.000', '15:30:00.000', '23:59:59.999'];

/** Everything the selling side told. */
export interface SellingFacts {
  published: ProductPublishedV1[];
  withdrawn: ProductPublishedV1[];
  recognitions: RecognitionSettledV1[];
  registers: RegisterImportedV1[];
  matches: RegisterEntryMatchedV1[];
  attended: TrainingAttendedV1[];
  notAttended: TrainingAttendanceWithdrawnV1[];
  links: HouseholdLinkedV1[];
  deliveries: SellerOrderDeliveredV1[];
  returns: SellerOrderReturnedV1[];
}

/** A random history of households that are registered, show, sell, buy from themselves and learn, or do only some of it. */
export function sellingFacts(chance: SeededNumbers): SellingFacts {
  const one = <T>(things: readonly T[]): T => things[chance.below(things.length)]!;
  const day = () => one(DAYS);
  const instant = () => new Date(`${day()}T${one(CLOCKS)}+07:00`).toISOString();
  const often = (perCent: number) => chance.below(100) < perCent;
  const hash = (kind: LinkKind) => `${kind}-${chance.below(30)}`;
  const facts: SellingFacts = {
    published: [],
    withdrawn: [],
    recognitions: [],
    registers: [],
    matches: [],
    attended: [],
    notAttended: [],
    links: [],
    deliveries: [],
    returns: [],
  };
  const households = Array.from({ length: HOUSEHOLDS }, () => ({ householdId: randomUUID(), ...one(COMMUNES) }));
  for (const household of households) {
    const { householdId } = household;
    const own = { account: hash('account'), phone: hash('phone'), address: hash('address'), device: hash('device') };
    const products = Array.from({ length: chance.below(3) }, () => randomUUID());
    for (const productId of products) {
      const moments = [...new Set([instant(), instant(), instant()])].sort();
      for (const [index, at] of moments.entries()) facts[index % 2 ? 'withdrawn' : 'published'].push({ productId, householdId, at });
      if (often(70)) facts.recognitions.push(...recognitionsOf(productId, householdId));
    }
    if (often(80)) facts.links.push({ householdId, links: Object.entries(own).map(([kind, hash]) => ({ kind: kind as LinkKind, hash })) });
    for (let order = chance.below(4); order > 0; order -= 1) deliver(household, own);
    for (let times = chance.below(3); times > 0; times -= 1) attend(household);
  }
  for (const place of COMMUNES) for (let versions = 1 + chance.below(2); versions > 0; versions -= 1) register(place, versions);
  return facts;

  function recognitionsOf(productId: string, householdId: string): RecognitionSettledV1[] {
    const first = {
      recognitionId: randomUUID(),
      productId,
      householdId,
      stars: 3,
      validFrom: day(),
      validTo: '2029-01-01',
      revokedOn: null,
    };
    const told = [{ ...first, at: '2026-04-02T00:00:00.000Z' }];
    if (often(40))
      told.push({ ...first, ...(often(50) ? { validTo: day() } : { revokedOn: day() as never }), at: '2026-05-02T00:00:00.000Z' });
    return told;
  }

  /** Some orders bear a mark of the household itself, each kind often enough that no seed goes without. */
  function deliver(household: (typeof households)[number], own: Record<LinkKind, string>) {
    const mark = (kind: LinkKind) => (often(30) ? own[kind] : hash(kind));
    const order = aDelivery({
      ...household,
      deliveredAt: instant(),
      buyerAccountHash: often(50) ? mark('account') : null,
      buyerPhoneHash: mark('phone'),
      buyerAddressHash: mark('address'),
      buyerDeviceHash: often(50) ? mark('device') : null,
      lines: [aTradedLine()],
    });
    facts.deliveries.push(order);
    const lineIds = order.lines.map(({ lineId }) => lineId);
    if (often(25)) facts.returns.push({ sellerOrderId: order.sellerOrderId, returnedAt: instant(), lineIds });
  }

  function attend({ householdId, communeCode, provinceCode }: (typeof households)[number]) {
    const session = { attendanceId: randomUUID(), sessionId: randomUUID(), householdId };
    facts.attended.push({ ...session, heldOn: day(), communeCode, provinceCode });
    if (often(25)) facts.notAttended.push(session);
  }

  function register(place: (typeof COMMUNES)[number], version: number) {
    const versionId = randomUUID();
    const here = households.filter(({ communeCode }) => communeCode === place.communeCode);
    const entries = [...here, null, null].map((household) => ({ entryId: randomUUID(), householdId: household?.householdId ?? null }));
    const told = entries.map(({ entryId, householdId }) => ({ entryId, householdId: often(60) ? householdId : null }));
    facts.registers.push({ versionId, ...place, asOf: day(), version, households: told });
    for (const [index, { entryId, householdId }] of entries.entries())
      if (householdId && !told[index]!.householdId && often(60)) facts.matches.push({ versionId, entryId, householdId });
  }
}
