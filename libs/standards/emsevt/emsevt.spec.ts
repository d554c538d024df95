import { DELIVERY_PLACE_CODES, DELIVERY_PLACES, isDeliveryPlace, isParcelEventCode, PARCEL_EVENT_CODES, PARCEL_EVENTS } from './events.js';
import { isNextAction, isNonDeliveryReason, NEXT_ACTIONS, NON_DELIVERY_REASON_CODES, NON_DELIVERY_REASONS } from './non-delivery.js';

describe('the kinds of scan', () => {
  it('are the nine of EMSEVT used inside the country and four local ones', () => {
    expect([...PARCEL_EVENT_CODES].sort().join(' ')).toBe('DST EDD EDE EDF EDG EDH EMA EMG EMH EMI LST RTD RTS');
    expect(PARCEL_EVENT_CODES.filter((code) => PARCEL_EVENTS[code].source === 'local')).toEqual(['RTS', 'RTD', 'LST', 'DST']);
  });

  it('have each their own rank, rising along the way', () => {
    const ranks = PARCEL_EVENT_CODES.map((code) => PARCEL_EVENTS[code].rank);
    expect(new Set(ranks).size).toBe(ranks.length);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(PARCEL_EVENT_CODES[0]).toBe('EMA');
  });

  it('close a parcel when it is delivered, given back, lost or destroyed', () => {
    expect(PARCEL_EVENT_CODES.filter((code) => PARCEL_EVENTS[code].closing)).toEqual(['EMI', 'RTD', 'LST', 'DST']);
  });

  it('are told from any other text', () => {
    expect(['EMI', 'emi', 'EMX', 'toString', ''].map(isParcelEventCode)).toEqual([true, false, false, false, false]);
  });
});

describe('places of delivery', () => {
  it('count as the address only at the address and in the shared box', () => {
    expect(DELIVERY_PLACE_CODES).toEqual(['address', 'shared_box', 'pickup_point', 'service_point', 'other_as_requested']);
    expect(DELIVERY_PLACE_CODES.filter((place) => DELIVERY_PLACES[place].toAddress)).toEqual(['address', 'shared_box']);
    expect(['address', 'house', 'constructor'].map(isDeliveryPlace)).toEqual([true, false, false]);
  });
});

describe('reasons of a failed attempt', () => {
  it('make an item undeliverable by themselves only where the law says so', () => {
    expect(NON_DELIVERY_REASON_CODES.filter((code) => NON_DELIVERY_REASONS[code].undeliverable)).toEqual([
      'wrong_address',
      'moved',
      'unknown_addressee',
      'deceased',
      'refused',
      'refused_damaged',
      'refused_contents',
      'refused_cash',
      'not_expected',
      'not_collected',
    ]);
    expect(['absent', 'hasOwnProperty'].map(isNonDeliveryReason)).toEqual([true, false]);
    expect(['retry', 'RETRY'].map(isNextAction)).toEqual([true, false]);
  });
});

it('every code has a text in Vietnamese and in English, each its own', () => {
  for (const table of [PARCEL_EVENTS, DELIVERY_PLACES, NON_DELIVERY_REASONS, NEXT_ACTIONS]) {
    const rows = Object.values(table) as { vi: string; en: string }[];
    expect(new Set(rows.map((row) => row.vi.normalize('NFC'))).size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.en)).size).toBe(rows.length);
    expect(rows.every((row) => row.vi.length > 3 && row.en.length > 3)).toBe(true);
  }
});
