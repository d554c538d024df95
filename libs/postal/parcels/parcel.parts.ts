import { CounterSettingsController } from '../counter-settings/counter-settings.controller.js';
import { DecideCounterSetting } from '../counter-settings/counter-settings.js';
import { AnswerPickup } from '../pick-ups/answer-pickup.js';
import { KeepPickupWhenRequested } from '../pick-ups/keep-pickup-when-requested.js';
import { PickupRoundsController } from '../pick-ups/pickup-rounds.controller.js';
import { PickupRounds } from '../pick-ups/pickup-rounds.query.js';
import { PickupsController } from '../pick-ups/pickups.controller.js';
import { Pickups } from '../pick-ups/pickups.query.js';
import { AnnounceParcel } from '../senders/announce-parcel.js';
import { SentParcelsController } from '../senders/sent-parcels.controller.js';
import { SentParcels } from '../senders/sent-parcels.query.js';
import { WithdrawSentParcel } from '../senders/withdraw-sent-parcel.js';
import { CounterData } from '../walk-in/counter-data.js';
import { TakeWalkInParcel } from '../walk-in/take-walk-in-parcel.js';
import { WalkInParcelsController } from '../walk-in/walk-in-parcels.controller.js';
import { WalkInPostage } from '../walk-in/walk-in-postage.query.js';
import { AcceptParcel } from './accept-parcel.js';
import { AcceptParcelsController } from './accept-parcels.controller.js';
import { AcceptParcels } from './accept-parcels.js';
import { AnnouncedParcels } from './announced-parcels.query.js';
import { ChangeParcelWhenPostingChanged } from './change-parcel-when-posting-changed.js';
import { PrintShippingLabels } from './labels/print-shipping-labels.js';
import { ShippingLabelsController } from './labels/shipping-labels.controller.js';
import { PrintReceipts } from './receipts/print-receipts.js';
import { RegisterParcelWhenPostingRequested } from './register-parcel-when-posting-requested.js';
import { RegisterParcel } from './register-parcel.js';
import { StaffParcelsController } from './staff-parcels.controller.js';
import { StaffParcels } from './staff-parcels.query.js';
import { WithdrawParcel } from './withdraw-parcel.js';
import { WithdrawPostingWhenWithdrawn } from './withdraw-posting-when-withdrawn.js';

/** What is sent: announced, fetched, taken at the counter, labelled. */
export const PARCEL_CONTROLLERS = [
  StaffParcelsController,
  AcceptParcelsController,
  ShippingLabelsController,
  SentParcelsController,
  PickupsController,
  PickupRoundsController,
  WalkInParcelsController,
  CounterSettingsController,
];

export const PARCEL_PROVIDERS = [
  RegisterParcel,
  RegisterParcelWhenPostingRequested,
  ChangeParcelWhenPostingChanged,
  WithdrawPostingWhenWithdrawn,
  WithdrawParcel,
  AcceptParcel,
  AcceptParcels,
  AnnouncedParcels,
  PrintReceipts,
  StaffParcels,
  PrintShippingLabels,
  AnnounceParcel,
  SentParcels,
  WithdrawSentParcel,
  KeepPickupWhenRequested,
  Pickups,
  PickupRounds,
  AnswerPickup,
  TakeWalkInParcel,
  WalkInPostage,
  CounterData,
  DecideCounterSetting,
];
