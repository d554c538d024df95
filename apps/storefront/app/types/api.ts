/** Answers of the API, written by hand until the generated client takes over. Field meanings: the API's own documentation. */

export interface Listed<T> {
  data: T[];
  next: string | null;
}

export interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  errors: { pointer: string; code: string; detail?: string }[];
}

export interface Province {
  code: string;
  name: string;
  kind: string;
}

export interface Place {
  code: string;
  name: string;
  kind: 'xa' | 'phuong' | 'dac_khu';
  provinceCode: string;
  provinceName: string;
}

export interface PlaceMatch {
  place: Place;
  matched: string;
  via: 'current' | 'former';
  former?: string;
}

export interface Picture {
  url: string;
  thumbUrl: string;
  width: number;
  height: number;
  alt: string;
}

export interface ListItem {
  packId: string;
  slug: string;
  name: string;
  setCode: string;
  priceVnd: number;
  netContent: string;
  unitPriceVnd?: number | null;
  stars: number | null;
  image: Picture | null;
  householdName: string;
  householdSlug: string;
  communeName: string | null;
  provinceCode: string | null;
  provinceName: string | null;
  inStock: boolean;
  labelled: boolean;
}

export interface Facets {
  sets: { code: string; count: number }[];
  provinces: { code: string; name: string; count: number }[];
  stars: { stars: number; count: number }[];
  labelled: { count: number };
}

export interface ProductList extends Listed<ListItem> {
  facets?: Facets;
}

export interface Barcode {
  kind: 'gtin' | 'internal';
  number: string;
  svgUrl: string;
  pngUrl: string;
}

export interface Pack {
  id: string;
  netContent: string;
  netContentValue: number;
  netContentUnit: string;
  priceVnd: number;
  inStock: boolean;
  onHandHint?: number | null;
  weightGrams: number;
  barcode: Barcode | null;
}

export interface Recognition {
  status: 'declared' | 'confirmed';
  stars: number | null;
  decisionNumber: string | null;
  authority: string | null;
  decisionDate: string | null;
  expiresOn: string | null;
  expired: boolean;
}

export type LabelLevel = 'none' | 'declared' | 'format_valid' | 'checked';

export interface Label {
  level: LabelLevel;
  brand: { level: LabelLevel; name?: string | null };
  barcode: { level: LabelLevel; kind?: string | null };
  origin: { level: LabelLevel };
  missing: string[];
  ruleVersion: string;
}

export interface Product {
  id: string;
  slug: string;
  name: string;
  setScheme: string;
  setCode: string;
  description: string | null;
  images: Picture[];
  household: { slug: string; name: string; place: Place | null; producerName: string | null };
  packs: Pack[];
  recognition: Recognition | null;
  label: Label;
  trace: { traceCode: string; lotCode: string; producedOn: string; url: string } | null;
  shelfLifeDays?: number | null;
  standards?: string | null;
  brandName?: string | null;
  state: string;
}

export interface Household {
  slug: string;
  name: string;
  producerName: string | null;
  place: Place | null;
  provinceName?: string;
  since: string | null;
  state: string;
  productCount: number;
}

export interface CartLine {
  packId: string;
  slug: string;
  productName: string;
  householdName: string;
  image: Picture | string | null;
  netContent: string;
  priceVnd: number;
  quantity: number;
  lineVnd: number;
  problem: null | 'sold_out' | 'short' | 'price_changed' | 'paused';
  available: number | null;
  wasPriceVnd?: number | null;
}

export interface Cart {
  lines: CartLine[];
  households: {
    name: string;
    slug: string;
    goodsVnd: number;
    postageVnd: number | null;
    postageStatus: 'quoted' | 'unavailable' | 'need-address';
  }[];
  goodsVnd: number;
  postageVnd: number | null;
  totalVnd: number | null;
  count: number;
  canOrder: boolean;
}

export interface Me {
  id: string;
  name: string | null;
  phone: string;
  roles: { role: string; scopeKind: string; scopeId: string | null; scopeName?: string }[];
  households: { id: string; slug: string; name: string; state: string }[];
  offices: { id: string; code: string; name: string; operatorName: string }[];
}

export interface OrderLine {
  productName: string;
  slug: string;
  netContent: string;
  quantity: number;
  priceVnd: number;
  lineVnd: number;
  image: Picture | string | null;
  labelled: boolean;
}

export interface SellerOrderPart {
  id: string;
  householdName: string;
  householdSlug: string;
  state: string;
  goodsVnd: number;
  postageVnd: number | null;
  codVnd: number | null;
  parcelNumber: string | null;
  parcelStatus: string | null;
  lines: OrderLine[];
}

export interface Order {
  number: string;
  placedAt: string;
  recipientName: string;
  phone: string;
  address: string;
  goodsVnd: number;
  postageVnd: number | null;
  totalVnd: number;
  paymentMethod: string;
  sellerOrders: SellerOrderPart[];
}

export interface Tracking {
  number: string;
  step: number;
  steps: { key: string; reachedAt: string | null }[];
  status: string;
  statusAt: string | null;
  nextStep: string | null;
  expectedOn: string | null;
  fromProvince: string | null;
  toProvince: string | null;
  events: { code: string; at: string; provinceName: string | null; text?: string | null }[];
}

export interface Trace {
  status: 'ok' | 'corrected';
  product: { name: string; slug: string; setCode: string; image: Picture | null };
  producer: { name: string; communeName: string; provinceName: string };
  brandName: string | null;
  barcode: { kind: 'gtin' | 'internal'; digits: string } | null;
  lot: {
    code: string;
    producedOn: string;
    producedKind: 'harvest' | 'production';
    expiresOn: string | null;
    expired?: boolean;
    place: unknown;
    quantity: number | null;
  } | null;
  events: { step: string; occurredAt: string; place: unknown; note: string | null }[];
  recognition: Recognition | null;
  label: Label;
  standards: string | null;
  shelfLifeDays: number | null;
  note?: string | null;
}

export interface DemoInfo {
  demo: true;
  notice: string;
  accounts: { role: string; roleName?: string; name: string; phone: string }[];
}

export interface DemoMessage {
  id: string;
  to: string;
  channel: string;
  template: string;
  text: string;
  sentAt: string;
}
