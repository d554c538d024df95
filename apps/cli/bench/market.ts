import { createHash } from 'node:crypto';
import type { Place } from '@choxa/places';
import { addDays, addMonths, findProductSet, fold, internalNumber, OCOP_SCHEME, slugify, spellingKey, toNumber14 } from '@choxa/standards';
import { Random } from './random.js';
import { BRANDS, FAMILY_NAMES, GIVEN_NAMES, KINDS, MIDDLE_NAMES, QUALITIES, SELLER_FORMS } from './words.js';

/** Rows of the invented market, by table, named as the columns are. */
export interface Market {
  households: Row[];
  documents: Row[];
  products: Row[];
  packs: Row[];
  images: Row[];
  recognitions: Row[];
  stock: Row[];
  barcodes: Row[];
  lots: Row[];
  traceEvents: Row[];
  /** Units sold by pack, in the order of `packs`. */
  sold: number[];
}
export type Row = Record<string, string | number | boolean | object | null>;

export interface MarketWish {
  packs: number;
  /** Communes the households live in; the order matters. */
  communes: readonly Place[];
  /** `YYYY-MM-DD`; everything happened before it. */
  today: string;
  seed?: string;
}

const PACKS_PER_HOUSEHOLD = 8;
const PLENTY = 1_000_000;
const WEIGHED = KINDS.flatMap((kind) => Array.from({ length: kind.weight }, () => kind));
const GRAMS = { g: 1, kg: 1000, ml: 1, l: 1000, piece: 400 } as const;

/** Invents a market: the same wish gives the same rows, on every machine. */
export function inventMarket({ packs, communes, today, seed = 'choxa' }: MarketWish): Market {
  const random = new Random(seed);
  const market: Market = {
    households: [],
    documents: [],
    products: [],
    packs: [],
    images: [],
    recognitions: [],
    stock: [],
    barcodes: [],
    lots: [],
    traceEvents: [],
    sold: [],
  };
  const count = Math.max(1, Math.ceil(packs / PACKS_PER_HOUSEHOLD));
  for (let n = 0; n < count; n += 1) market.households.push(aHousehold(random, n, random.pick(communes), today));
  while (market.packs.length < packs) addProduct(random, market, packs - market.packs.length, today);
  addLicences(random, market);
  return market;
}

/** One hash over all rows. */
export function fingerprint(market: Market): string {
  return createHash('sha256').update(JSON.stringify(market)).digest('hex');
}

function aHousehold(random: Random, n: number, place: Place, today: string): Row {
  const person = `${random.pick(FAMILY_NAMES)} ${random.pick(MIDDLE_NAMES)} ${random.pick(GIVEN_NAMES)}`;
  const form = random.pick(SELLER_FORMS);
  const name = form === 'Hộ' ? `Hộ ${person}` : `${form} ${random.pick(BRANDS)}`;
  const at = instant(random, addDays(today, -500), 60);
  return {
    id: random.uuid(),
    slug: `${slugify(name)}-${n.toString(36)}`,
    name,
    name_key: fold(name),
    producer_name: person,
    phone: `+845${String(10_000_000 + n)}`,
    street: `Thôn ${1 + random.below(12)}`,
    commune_code: place.code,
    commune_name: place.name,
    commune_kind: place.kind,
    province_code: place.provinceCode,
    province_name: place.provinceName,
    state: 'approved',
    created_at: at,
    approved_at: at,
    approved_by: random.uuid(),
  };
}

/** A licence on file for each product set that needs one, for each household that sells of it. */
function addLicences(random: Random, market: Market): void {
  const needed = new Map<string, Row>();
  for (const product of market.products)
    if (findProductSet(String(product.set_code))!.needsLicence)
      needed.set(`${String(product.household_id)} ${String(product.set_code)}`, product);
  for (const { household_id, set_code, licence_number, created_at } of needed.values()) {
    const file = { file_key: `documents/${random.hex(32)}.webp`, file_type: 'image/webp', file_bytes: 20_000 };
    const paper = { id: random.uuid(), household_id: household_id!, kind: 'licence', set_code: set_code!, number: licence_number! };
    market.documents.push({ ...paper, ...file, added_at: created_at!, added_by: random.uuid() });
  }
}

function addProduct(random: Random, market: Market, room: number, today: string): void {
  const kind = random.pick(WEIGHED);
  const household = random.pick(market.households);
  const brand = random.chance(0.7) ? random.pick(BRANDS) : null;
  const name = [random.pick(kind.names), random.pick(QUALITIES), brand ?? ''].filter(Boolean).join(' ');
  const at = instant(random, addDays(today, -420), 400);
  const product: Row = {
    id: random.uuid(),
    household_id: household.id!,
    slug: `${slugify(name)}-${market.products.length.toString(36)}`,
    name,
    name_key: spellingKey(name),
    set_scheme: OCOP_SCHEME,
    set_code: kind.set,
    description: `${name} của ${String(household.name)}, ${String(household.commune_name)}, ${String(household.province_name)}. Làm thủ công, đóng gói tại chỗ, giữ nơi khô mát.`,
    brand_name: brand,
    brand_owner: brand ? 'seller' : null,
    standards: random.chance(0.7) ? `TCCS ${1 + random.below(90)}:2025` : null,
    shelf_life_days: findProductSet(kind.set)!.shelfLife ? random.pick([180, 270, 365]) : null,
    licence_number: findProductSet(kind.set)!.needsLicence ? `GP-${1000 + random.below(9000)}` : null,
    state: 'published',
    published_at: at,
    created_at: at,
    updated_at: at,
  };
  market.products.push(product);
  market.images.push({
    id: random.uuid(),
    product_id: product.id!,
    key: random.hex(32),
    position: 0,
    width: 800,
    height: 600,
    created_at: at,
  });
  addRecognition(random, market, product, today);
  const [low, high] = kind.priceVnd;
  const smallestVnd = low + random.below(high - low);
  const first = random.below(kind.contents.length);
  const sizes = room > 1 && random.chance(0.2) ? 2 : 1;
  for (let position = 0; position < sizes; position += 1) {
    const [value, unit] = kind.contents[(first + position) % kind.contents.length]!;
    const times = (value * GRAMS[unit]) / (kind.contents[0]![0] * GRAMS[kind.contents[0]![1]]);
    const packId = random.uuid();
    market.packs.push({
      id: packId,
      product_id: product.id!,
      position,
      net_content_value: value,
      net_content_unit: unit,
      price_vnd: Math.max(1, Math.round((smallestVnd * times) / 1000)) * 1000,
      weight_grams: Math.round(value * GRAMS[unit] * 1.1) + 50,
      created_at: at,
    });
    market.stock.push({ pack_id: packId, on_hand: random.chance(0.04) ? 0 : PLENTY, updated_at: at });
    market.sold.push(Math.floor(400 * random.next() ** 3));
    if (random.chance(0.65)) addLabel(random, market, household, packId, today);
  }
}

function addRecognition(random: Random, market: Market, product: Row, today: string): void {
  if (random.chance(0.35)) return;
  const stars = random.pick([3, 3, 3, 3, 4, 4, 5]);
  const decisionDate = addDays(today, -30 - random.below(1200)); // some have expired
  const confirmed = random.chance(0.85);
  const whole = {
    authority: stars === 5 ? 'Bộ Nông nghiệp và Môi trường' : 'UBND tỉnh',
    decision_number: `${100 + random.below(4000)}/QĐ-MAU`,
    decision_date: decisionDate,
    expires_on: addDays(addMonths(decisionDate, 36), -1),
    entered_by: random.uuid(),
    entered_at: product.created_at!,
    confirmed_by: random.uuid(),
    confirmed_at: product.created_at!,
  };
  market.recognitions.push({
    id: random.uuid(),
    product_id: product.id!,
    status: confirmed ? 'confirmed' : 'declared',
    source: confirmed ? 'official' : 'household',
    stars,
    issuing_level: stars === 5 ? 'central' : 'province',
    created_at: product.created_at!,
    ...(confirmed ? whole : {}),
  });
}

/** A barcode number, a lot within its shelf life and two recorded steps: what a label needs. */
function addLabel(random: Random, market: Market, household: Row, packId: string, today: string): void {
  const person = random.uuid();
  const producedOn = addDays(today, -5 - random.below(60));
  const at = `${producedOn}T08:00:00+07:00`;
  const number = toNumber14(internalNumber(market.barcodes.length + 1));
  const ids = { pack_id: packId, household_id: household.id! };
  market.barcodes.push({ id: random.uuid(), ...ids, kind: 'internal', number, state: 'current', allotted_at: at, allotted_by: person });
  const lot: Row = {
    id: random.uuid(),
    ...ids,
    code: `${producedOn.slice(2).replaceAll('-', '')}-01`,
    produced_on: producedOn,
    produced_kind: 'production',
    expires_on: addDays(producedOn, 180),
    commune_code: household.commune_code!,
    place_text: household.street!,
    quantity: 500,
    trace_code: traceCode(random),
    made_at: at,
    made_by: person,
  };
  market.lots.push(lot);
  for (const step of ['processing', 'packing'])
    market.traceEvents.push({
      id: random.uuid(),
      lot_id: lot.id!,
      step,
      occurred_at: at,
      time_zone_offset: '+07:00',
      recorded_at: at,
      recorded_by: person,
    });
}

/** Ten signs; no check sign, for nobody scans a label of this market. */
function traceCode(random: Random): string {
  return Array.from({ length: 10 }, () => '23456789ABCDEFGHJKMNPQRTVWXYZ'[random.below(29)]).join('');
}

function instant(random: Random, from: string, days: number): string {
  const second = random.below(86_400);
  const clock = [second / 3600, (second / 60) % 60, second % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
  return `${addDays(from, random.below(days))}T${clock}+07:00`;
}
