import type { DeliveryNorms } from '../delivery/delivery-norms.js';
import { DELIVERY_NORM_ROWS } from '../migrations/delivery-tables-of-2026.js';
import { patternsOf, type JudgedDelivery, type SeenDelivery } from './suspicion.rules.js';

const norms = Object.fromEntries(DELIVERY_NORM_ROWS.map(([code, amount]) => [code, amount])) as DeliveryNorms;
const NOON = new Date('2026-11-16T12:00:00+07:00');
const HOME = { latitude: 10.03, longitude: 105.78 };
const OFFICE = { latitude: 10.05, longitude: 105.75 };
/** About 111 m to the north for each thousandth of a degree. */
const north = (thousandths: number, from = HOME) => ({ ...from, latitude: from.latitude + thousandths / 1_000 });
const after = (seconds: number, point: SeenDelivery['point'] = null): SeenDelivery => ({
  deliveredAt: new Date(NOON.getTime() + seconds * 1_000),
  point,
  accuracyMeters: 10,
});

function aDelivery(change: Partial<JudgedDelivery> = {}): JudgedDelivery {
  return {
    deliveredAt: NOON,
    deliveryPlace: 'address',
    byCode: false,
    point: HOME,
    accuracyMeters: 10,
    recipientPoint: HOME,
    officePoint: OFFICE,
    samePhotoAs: null,
    others: [],
    ...change,
  };
}

const patterns = (change: Partial<JudgedDelivery> = {}) => patternsOf(aDelivery(change), norms);

describe('a delivery', () => {
  it('at the recipient’s door is an ordinary one', () => {
    expect(patterns()).toEqual([]);
    expect(patterns({ point: null, recipientPoint: null, officePoint: null })).toEqual([]);
  });

  it('beyond 500 m from the recipient’s point is far, unless the phone may be that far off', () => {
    expect(patterns({ point: north(4) })).toEqual([]);
    expect(patterns({ point: north(5) })).toEqual(['far']);
    expect(patterns({ point: north(5), accuracyMeters: 100 })).toEqual([]);
  });

  it('may be far when it was not to be at the address', () => {
    expect(patterns({ point: north(20), deliveryPlace: 'pickup_point' })).toEqual([]);
  });

  it('to the address is doubted when it was made in the office, unless the recipient lives beside it or gave the code', () => {
    const inOffice = { point: OFFICE, recipientPoint: null };
    expect(patterns(inOffice)).toEqual(['at_office']);
    expect(patterns({ ...inOffice, recipientPoint: north(1, OFFICE) })).toEqual([]);
    expect(patterns({ ...inOffice, byCode: true })).toEqual([]);
    expect(patterns({ ...inOffice, deliveryPlace: 'service_point' })).toEqual([]);
  });

  it('far beyond what the office serves is outside its area', () => {
    expect(patterns({ point: north(700), recipientPoint: null })).toEqual(['outside_area']);
  });

  it('with the photo of another parcel is doubted', () => {
    expect(patterns({ samePhotoAs: 'EE100000000XA' })).toEqual(['same_photo']);
  });

  it('is one of a burst when twenty fall within two minutes, not when nineteen do', () => {
    const others = Array.from({ length: 19 }, (_, index) => after(-6 * index));
    expect(patterns({ others })).toEqual(['burst']);
    expect(patterns({ others: others.slice(1) })).toEqual([]);
    expect(patterns({ others, byCode: true })).toEqual([]);
  });

  it('is one of a burst wherever in it it stands', () => {
    const around = Array.from({ length: 19 }, (_, index) => after((index - 9) * 6));
    expect(patterns({ others: around })).toEqual(['burst']);
    const wide = Array.from({ length: 19 }, (_, index) => after((index - 9) * 12));
    expect(patterns({ others: wide })).toEqual([]);
  });

  it('cannot be reached faster than anybody rides', () => {
    expect(patterns({ others: [after(-60, north(18))] })).toEqual([]);
    expect(patterns({ others: [after(-60, north(19.5))] })).toEqual(['speed']);
    expect(patterns({ others: [after(0, north(4))] })).toEqual([]);
  });
});
