import type { DeliveryPlace, NextAction, NonDeliveryReason, ParcelEventCode } from '@choxa/standards';
import type { Point, SimulatedOffice } from './nation.js';

// Times are whole minutes since the month began, 00:00 of 1 November 2026 in Vietnam.
export const MONTH_BEGAN = new Date('2026-10-31T17:00:00Z');
export const HOUR = 60;
export const DAY = 24 * HOUR;
/** Whatever is still on its way after this many days has been on it too long. */
export const DAYS = 40;

/** What becomes of a parcel that nobody delivers and nobody returns. */
export type Fate = 'carried' | 'never handed over' | 'stolen';

export interface PlannedParcel {
  reference: string;
  senderPhone: string;
  from: SimulatedOffice;
  to: SimulatedOffice;
  address: Point;
  codVnd: number;
  weightGrams: number;
  announcedAt: number;
  fate: Fate;
}

/** A scan as it reaches the post: `at` is when the device finds a network, `eventAt` is what its clock said. */
export interface PlannedScan {
  at: number;
  id: string;
  parcel: PlannedParcel;
  code: ParcelEventCode;
  officeId: string;
  device: string;
  eventAt: number;
  reason?: NonDeliveryReason;
  nextAction?: NextAction;
}

export interface PlannedAcceptance {
  at: number;
  parcel: PlannedParcel;
}

/** How a courier cheats. */
export type Falsehood = 'far away' | 'many at once' | 'never left the office' | 'refusal made up';

/** A courier says that he was with the recipient. */
export interface Visit {
  at: number;
  parcel: PlannedParcel;
  officeId: string;
  /** Name of a person, the same one on all days. */
  courier: string;
  outcome: 'delivered' | 'failed';
  reason: NonDeliveryReason | null;
  place: DeliveryPlace;
  /** Where the phone says it was; null without satellites. */
  point: Point | null;
  /** How sure the phone says it is. */
  accuracyMeters: number | null;
  proof: 'code' | 'photo';
  /** Planted: it did not happen. */
  falsehood: Falsehood | null;
}

/** A courier's cash at the end of a day, counted by two. */
export interface CashCount {
  at: number;
  courier: string;
  officeId: string;
  /** What is counted less what was collected. */
  differenceVnd: number;
}

export interface MonthPlan {
  parcels: PlannedParcel[];
  acceptances: PlannedAcceptance[];
  scans: PlannedScan[];
  visits: Visit[];
  counts: CashCount[];
}
