/**
 * The codes of UPU EMSEVT V3 used inside the country, and local ones: RTS (return to sender), RTD (given back to the sender), LST (lost) and
 * DST (destroyed).
 */
export type ParcelEventCode = 'EMA' | 'EDD' | 'EDE' | 'EMG' | 'EDF' | 'EDG' | 'EMH' | 'EDH' | 'EMI' | 'RTS' | 'RTD' | 'LST' | 'DST';

/** A kind of scan. */
export interface ParcelEvent {
  readonly code: ParcelEventCode;
  /** Order of scans with the same time: the further along the way, the higher. Part of the fold's order (event_time, rank, id). */
  readonly rank: number;
  readonly source: 'emsevt' | 'local';
  /** After a closing event the parcel moves no more; only a correction may follow. */
  readonly closing: boolean;
  readonly vi: string;
  readonly en: string;
}

const event = (code: ParcelEventCode, rank: number, vi: string, en: string, rest: Partial<ParcelEvent> = {}): ParcelEvent => ({
  code,
  rank,
  source: 'emsevt',
  closing: false,
  vi,
  en,
  ...rest,
});

/** All kinds of scan, by code, in the order of the way. */
export const PARCEL_EVENTS: Readonly<Record<ParcelEventCode, ParcelEvent>> = {
  EMA: event('EMA', 10, 'Đã nhận gửi', 'Posted'),
  EDD: event('EDD', 20, 'Đến trung tâm khai thác', 'Arrived at sorting centre'),
  EDE: event('EDE', 30, 'Rời trung tâm khai thác', 'Left sorting centre'),
  EMG: event('EMG', 40, 'Đến bưu cục phát', 'Arrived at delivery office'),
  EDF: event('EDF', 50, 'Lưu tại bưu cục phát', 'Held at delivery office'),
  EDG: event('EDG', 60, 'Đang đi phát', 'Out for delivery'),
  EMH: event('EMH', 70, 'Phát không thành công', 'Delivery attempt failed'),
  EDH: event('EDH', 80, 'Chờ người nhận đến lấy', 'Waiting at collection point'),
  EMI: event('EMI', 90, 'Đã phát', 'Delivered', { closing: true }),
  RTS: event('RTS', 100, 'Chuyển hoàn về người gửi', 'Returning to sender', { source: 'local' }),
  RTD: event('RTD', 110, 'Đã trả lại người gửi', 'Returned to sender', { source: 'local', closing: true }),
  LST: event('LST', 120, 'Báo mất bưu gửi', 'Declared lost', { source: 'local', closing: true }),
  DST: event('DST', 130, 'Bưu gửi đã bị hủy', 'Destroyed', { source: 'local', closing: true }),
};

/** The codes, in the order of the way. */
export const PARCEL_EVENT_CODES = Object.keys(PARCEL_EVENTS) as readonly ParcelEventCode[];

/** Whether a text is one of the codes. */
export function isParcelEventCode(text: string): text is ParcelEventCode {
  return Object.hasOwn(PARCEL_EVENTS, text);
}

/** Where a parcel was handed over. EMI does not say it, so every delivery carries one of these. */
export type DeliveryPlace = 'address' | 'shared_box' | 'pickup_point' | 'service_point' | 'other_as_requested';

/** The places of delivery with their names. `toAddress`: counts as delivered to the address (indicator 13). */
export const DELIVERY_PLACES: Readonly<Record<DeliveryPlace, { readonly vi: string; readonly en: string; readonly toAddress: boolean }>> = {
  address: { vi: 'Tại địa chỉ người nhận', en: "At the recipient's address", toAddress: true },
  shared_box: { vi: 'Hộp thư tập trung', en: 'Shared letter box', toAddress: true },
  pickup_point: { vi: 'Điểm nhận hàng', en: 'Pickup point', toAddress: false },
  service_point: { vi: 'Điểm phục vụ bưu chính', en: 'Postal service point', toAddress: false },
  other_as_requested: { vi: 'Nơi khác theo yêu cầu', en: 'Another place, as requested', toAddress: false },
};

/** The places of delivery, in the order in which a form lists them. */
export const DELIVERY_PLACE_CODES = Object.keys(DELIVERY_PLACES) as readonly DeliveryPlace[];

/** Whether a text is a place of delivery. */
export function isDeliveryPlace(text: string): text is DeliveryPlace {
  return Object.hasOwn(DELIVERY_PLACES, text);
}
