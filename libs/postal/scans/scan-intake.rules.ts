import {
  isNextAction,
  isNonDeliveryReason,
  isParcelEventCode,
  PARCEL_EVENTS,
  type NextAction,
  type NonDeliveryReason,
  type ParcelEventCode,
} from '@choxa/standards';
import type { ScanSender } from '../devices/sending-device.js';
import { CLOSED_STATES, foldScans, type FoldableScan, type KeptStanding } from './fold.rules.js';
import { readParcelNumber, type LockedParcel } from './parcels-to-move.js';

/** A scan as a device sends it; nothing in it is trusted. */
export interface SentScan {
  id: string;
  parcel: string;
  code: string;
  eventTime: string;
  device: string;
  /** Id or code of one of the caller's offices. */
  office: string;
  reason?: string | null;
  nextAction?: string | null;
}

/** Why a scan is not kept. */
export const SCAN_REFUSALS = {
  'scan.malformed': { vi: 'Bản quét thiếu hoặc sai dữ liệu.', en: 'The scan has missing or wrong data.' },
  'scan.office-unknown': { vi: 'Không phải bưu cục của bạn.', en: 'That is not an office of yours.' },
  'scan.code-unknown': { vi: 'Không có mã sự kiện này.', en: 'There is no such event code.' },
  'scan.acceptance-needed': { vi: 'Nhận gửi phải làm tại quầy, có cân.', en: 'Acceptance is done at the counter, with the scales.' },
  'scan.proof-needed': { vi: 'Phát hàng cần mã của người nhận.', en: "Delivery needs the recipient's code." },
  'scan.clerk-needed': {
    vi: 'Chỉ giao dịch viên được chuyển hoàn, báo mất hay báo hủy.',
    en: 'Only a clerk may send a parcel back or declare it lost or destroyed.',
  },
  'scan.reason-needed': { vi: 'Phát không thành công phải có lý do.', en: 'A failed attempt needs a reason.' },
  'scan.clock-far-off': { vi: 'Đồng hồ máy quét lệch quá nhiều.', en: "The device's clock is too far off." },
  'scan.id-reused': { vi: 'Mã bản quét đã dùng cho bản quét khác.', en: 'The scan id belongs to another scan.' },
  'scan.parcel-unknown': { vi: 'Không tìm thấy bưu gửi này.', en: 'There is no such parcel.' },
  'scan.parcel-withdrawn': {
    vi: 'Người gửi đã rút bưu gửi này, không chuyển nữa.',
    en: 'The sender has withdrawn this parcel; it is not carried.',
  },
  'scan.parcel-closed': {
    vi: 'Bưu gửi đã kết thúc hành trình; chỉ còn có thể đính chính.',
    en: "The parcel's journey is over; only a correction is possible.",
  },
} as const;
export type ScanRefusal = keyof typeof SCAN_REFUSALS;

/** Devices' clocks are wrong by days; beyond this the time says nothing at all. Milliseconds. */
const CLOCK_TOLERANCE_MS = 3 * 24 * 3_600_000;
/** So much ahead is the network's doing, not the clock's. */
const FUTURE_AFTER_MS = 2 * 60_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

export interface ReadScan {
  id: string;
  parcelNumber: string;
  code: ParcelEventCode;
  eventTime: Date;
  device: string;
  officeId: string;
  reason: NonDeliveryReason | null;
  nextAction: NextAction | null;
  fromTheFuture: boolean;
  /** What was added to the device's time, milliseconds. */
  clockOffsetMs: number;
}

interface ScanningOffice {
  id: string;
  code: string;
}

/** Who sends: `offices` are the caller's, `clerkOf` the ids of those where the caller is a clerk. */
export interface ReadingScans extends ScanSender {
  offices: ScanningOffice[];
  clerkOf: readonly string[];
}

/** Judges one scan by itself. Its time is put right by what the sending clock is off; the device's own name is not believed where we know it. */
export function readScan(sent: SentScan, { offices, clerkOf, deviceId, clockOffsetMs }: ReadingScans, now: Date): ReadScan | ScanRefusal {
  const deviceTime = new Date(sent.eventTime);
  if (!UUID.test(sent.id) || !sent.device.trim() || !WITH_OFFSET.test(sent.eventTime) || Number.isNaN(deviceTime.getTime()))
    return 'scan.malformed';
  const eventTime = new Date(deviceTime.getTime() + clockOffsetMs);
  const office = offices.find(({ id }) => id === sent.office.toLowerCase()) ?? offices.find(({ code }) => code === sent.office);
  if (!office) return 'scan.office-unknown';
  const code = sent.code.toUpperCase();
  if (!isParcelEventCode(code)) return 'scan.code-unknown';
  if (code === 'EMA') return 'scan.acceptance-needed';
  if (code === 'EMI') return 'scan.proof-needed';
  // The local codes are decisions, not observations.
  if (PARCEL_EVENTS[code].source === 'local' && !clerkOf.includes(office.id)) return 'scan.clerk-needed';
  if (sent.reason && !isNonDeliveryReason(sent.reason)) return 'scan.malformed';
  if (sent.nextAction && !isNextAction(sent.nextAction)) return 'scan.malformed';
  if (code === 'EMH' && !sent.reason) return 'scan.reason-needed';
  if (eventTime.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) return 'scan.clock-far-off';
  return {
    id: sent.id.toLowerCase(),
    parcelNumber: readParcelNumber(sent.parcel),
    code,
    eventTime,
    device: deviceId ?? sent.device,
    officeId: office.id,
    reason: (sent.reason as NonDeliveryReason | undefined) ?? null,
    nextAction: (sent.nextAction as NextAction | undefined) ?? null,
    fromTheFuture: deviceTime.getTime() > now.getTime() + FUTURE_AFTER_MS,
    clockOffsetMs,
  };
}

/**
 * Whether a scan may join the parcel's others. Refused where it would have no effect (after EMI or RTD only a correction follows) and
 * where, arriving late, it would re-open a history that is over: that too needs a correction. `kept`: what all of these continue.
 */
export function mayJoin(scan: FoldableScan, others: readonly FoldableScan[], announcedAt: Date, kept?: KeptStanding): ScanRefusal | null {
  if (scan.eventTime.getTime() < announcedAt.getTime() - CLOCK_TOLERANCE_MS) return 'scan.clock-far-off';
  const before = foldScans(others, kept);
  const after = foldScans([...others, scan], kept);
  if (after.ignored.has(scan.id)) return 'scan.parcel-closed';
  if (before.closedBy && after.closedBy !== before.closedBy) return 'scan.parcel-closed';
  return null;
}

/**
 * What is kept of a parcel, where new scans do no more than continue it; null where they must be judged among all its others. Of an open parcel every
 * scan that was not taken back has counted, so whatever is later than its last comes behind all of them.
 */
export function continued(parcel: LockedParcel, scans: readonly Pick<ReadScan, 'eventTime'>[]): KeptStanding | null {
  const { state, stateAt: at, currentOfficeId: officeId, attempts } = parcel;
  if (state === 'announced' || CLOSED_STATES.has(state) || scans.some(({ eventTime }) => eventTime <= at)) return null;
  return { state, at, officeId, attempts };
}

/** Two scans with the same id are one scan when they say the same; their times as the device said them, for its clock is measured each time. */
export function saysTheSame(a: ReadScan, b: Pick<ReadScan, 'parcelNumber' | 'code' | 'eventTime'> & { clockOffsetMs?: number }): boolean {
  const deviceTime = (scan: { eventTime: Date; clockOffsetMs?: number }) => scan.eventTime.getTime() - (scan.clockOffsetMs ?? 0);
  return a.parcelNumber === b.parcelNumber && a.code === b.code && deviceTime(a) === deviceTime(b);
}
