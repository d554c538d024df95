import { BagScans } from '../bags/bag-scans.js';
import { BagsController } from '../bags/bags.controller.js';
import { Bags } from '../bags/bags.query.js';
import { FillBag } from '../bags/fill-bag.js';
import { MoveBag } from '../bags/move-bag.js';
import { NextHops } from '../bags/next-hops.query.js';
import { OpenBag } from '../bags/open-bag.js';
import { PrintBagLabel } from '../bags/print-bag-label.js';
import { UnpackBag } from '../bags/unpack-bag.js';
import { AnswerCorrection } from '../corrections/answer-correction.js';
import { ApplyCorrection } from '../corrections/apply-correction.js';
import { CorrectionsController } from '../corrections/corrections.controller.js';
import { Corrections } from '../corrections/corrections.query.js';
import { DeclareCorrection } from '../corrections/declare-correction.js';
import { DeviceData } from '../devices/device-data.js';
import { DevicesController } from '../devices/devices.controller.js';
import { Devices } from '../devices/devices.query.js';
import { RegisterDevice } from '../devices/register-device.js';
import { RevokeDevice } from '../devices/revoke-device.js';
import { UnlockDevice } from '../devices/unlock-device.js';
import { OfficeProvinces } from '../tracking/office-provinces.js';
import { TrackingLimit } from '../tracking/tracking-limit.js';
import { TrackingStreams } from '../tracking/tracking-streams.js';
import { TrackingController } from '../tracking/tracking.controller.js';
import { Tracking } from '../tracking/tracking.query.js';
import { MakeScanMonths } from './make-scan-months.js';
import { MoveParcels } from './move-parcels.js';
import { RecordScans } from './record-scans.js';
import { ScansController } from './scans.controller.js';

/** The way in between: scans and their corrections, devices, bags, and what everybody may follow of it. */
export const SCAN_CONTROLLERS = [ScansController, CorrectionsController, DevicesController, BagsController, TrackingController];

export const SCAN_PROVIDERS = [
  MoveParcels,
  MakeScanMonths,
  RecordScans,
  Corrections,
  DeclareCorrection,
  AnswerCorrection,
  ApplyCorrection,
  Devices,
  RegisterDevice,
  UnlockDevice,
  RevokeDevice,
  DeviceData,
  Bags,
  BagScans,
  OpenBag,
  FillBag,
  MoveBag,
  UnpackBag,
  NextHops,
  PrintBagLabel,
  OfficeProvinces,
  Tracking,
  TrackingStreams,
  TrackingLimit,
];
