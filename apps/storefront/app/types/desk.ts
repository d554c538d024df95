/** Answers of the API at the desks. Field meanings: the API's own documentation. */
import type { DeliveryPlace, NextAction, NonDeliveryReason, ParcelEventCode } from '@choxa/standards';
import type { Barcode, LabelLevel, Picture, Place, Recognition } from '~/types/api';

export interface OwnHousehold {
  id: string;
  slug: string;
  name: string;
  producerName: string;
  phone: string | null;
  street: string | null;
  place: Place | null;
  provinceName: string | null;
  state: string;
  createdAt: string;
  approvedAt: string | null;
}

export interface PlaceResolution {
  outcome: 'one' | 'several' | 'none';
  candidates: Place[];
  warnings: string[];
}

export interface DeskPicture extends Picture {
  id: string;
}

export interface DeskPack {
  id: string;
  netContent: string;
  netContentValue: number | null;
  netContentUnit: string | null;
  priceVnd: number | null;
  onHand: number;
  weightGrams: number;
  barcode: Barcode | null;
}

export interface DeskProduct {
  id: string;
  slug: string;
  name: string;
  state: 'draft' | 'published' | 'paused';
  setCode: string;
  image: DeskPicture | null;
  images: DeskPicture[];
  pack: DeskPack;
  missingToPublish: string[];
  labelMissing: string[];
  labelPercent: number;
  recognition: Recognition | null;
  description: string;
  brandName: string | null;
  brandOwner: 'seller' | 'licence' | null;
  brandLicence: string | null;
  standards: string | null;
  shelfLifeDays: number | null;
  licenceNumber: string | null;
}

export type LabelPart = 'brand' | 'barcode' | 'origin';

export interface LabelGaps {
  packId: string | null;
  percent: number;
  level: LabelLevel;
  missing: { field: string; part: LabelPart; textVi: string; textEn: string }[];
  ruleVersion: string;
}

export type TraceStep = 'growing' | 'harvesting' | 'processing' | 'packing' | 'shipping';

export interface TraceEvent {
  id: string;
  step: TraceStep;
  occurredAt: string;
  place: Place | null;
  note: string | null;
}

export interface Lot {
  id: string;
  code: string;
  producedOn: string;
  producedKind: 'harvest' | 'production';
  expiresOn: string | null;
  quantity: number | null;
  place: Place | null;
  placeText: string | null;
  traceCode: string;
  traceUrl: string;
  events: TraceEvent[];
}

export type SellerOrderState = 'placed' | 'confirmed' | 'packed' | 'posted' | 'delivered' | 'returning' | 'returned' | 'cancelled';

export interface SellerOrder {
  id: string;
  number: string;
  state: SellerOrderState;
  placedAt: string;
  recipientName: string;
  communeName: string;
  provinceName: string;
  note: string | null;
  goodsVnd: number;
  postageVnd: number;
  codVnd: number;
  youReceiveVnd: number;
  parcelNumber: string | null;
  parcelStatus: string | null;
  lines: {
    productName: string;
    slug: string;
    netContent: string;
    quantity: number;
    priceVnd: number;
    lineVnd: number;
    image: string | null;
    labelled: boolean;
  }[];
}

export interface PostOffice {
  id: string;
  code: string;
  name: string;
  kind: string;
  operatorCode: string;
  operatorName: string;
  communeName: string;
  provinceName: string;
  postcode: string | null;
}

export type ParcelState =
  | 'announced'
  | 'accepted'
  | 'in_transit'
  | 'at_delivery_office'
  | 'out_for_delivery'
  | 'held'
  | 'attempt_failed'
  | 'delivered'
  | 'returning'
  | 'returned'
  | 'lost';

export interface ParcelContent {
  /** 14-digit form. */
  code: string | null;
  description: string;
  quantity: number;
  checked: 'matches' | 'missing' | 'other_code' | null;
}

interface ParcelOffice {
  id: string;
  code: string;
  name: string;
}

export interface StaffParcel {
  number: string;
  senderReference: string;
  senderName: string;
  senderPlace: string;
  recipientName: string;
  recipientPhone: string;
  address: string;
  communeName: string;
  provinceName: string;
  codVnd: number;
  weightGrams: number;
  state: ParcelState;
  stateAt: string;
  originOffice: ParcelOffice;
  currentOffice: ParcelOffice | null;
  deliveryOffice: ParcelOffice;
  announcedAt: string;
  promisedOn: string | null;
  attempts: number;
  deliveryPlace: DeliveryPlace | null;
  contents: ParcelContent[];
  scans: {
    id: string;
    code: ParcelEventCode;
    eventTime: string;
    recordedAt: string;
    device: string;
    officeName: string;
    provinceName: string;
    reason: NonDeliveryReason | null;
    nextAction: NextAction | null;
    fromTheFuture: boolean;
  }[];
}

export interface ScanResult {
  id: string;
  outcome: 'accepted' | 'duplicate' | 'rejected';
  code: string | null;
  detail: string | null;
}

export interface Share {
  numerator: number;
  denominator: number;
  /** Percent, rounded down by the API; null when none arose. */
  share: string | null;
}

export interface ProvinceShare extends Share {
  code: string;
  name: string;
}

interface Indicator extends Share {
  number: number;
  titleVi: string;
  titleEn: string;
  period: string;
  firstDay: string;
  lastDay: string;
  cutOffAt: string;
  provisional: boolean;
  province: string | null;
  covers: { code: string; name: string }[];
  target: string;
  asOf: string;
  method: { version: string; basis: string; formula: string; textVi: string; textEn: string };
  byProvince: ProvinceShare[];
}

export interface LabelledProducts extends Indicator {
  byLine: Share;
  byValue: { numeratorVnd: number; denominatorVnd: number; share: string | null };
  strictGtin: Share;
  checkedByPerson: Share;
  parts: Record<LabelPart, Share>;
  missing: { field: string; count: number; products: number }[];
  services: { products: number; lines: number; amountVnd: number };
}

export interface ParcelsToAddress extends Indicator {
  validlyDelivered: Share;
  firstAttempt: Share;
  byOperator: (Share & { code: string })[];
  outcomes: { outcome: 'EMI' | 'RTD' | 'lost' | 'destroyed'; count: number }[];
  deliveryPlaces: { place: DeliveryPlace; count: number }[];
}

export interface TradedLine {
  lineId: string;
  productId: string;
  productName: string;
  householdName: string;
  communeName: string;
  provinceCode: string;
  provinceName: string;
  setCode: string;
  deliveredOn: string;
  quantity: number;
  amountVnd: number;
  compliant: boolean;
  level: LabelLevel;
  missing: string[];
  barcodeKind: 'gtin' | 'internal' | null;
  checkedByPerson: boolean;
}
