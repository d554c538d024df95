import fc from 'fast-check';
import type { ParcelEventCode } from '@choxa/standards';
import { foldScans, type FoldableScan } from './fold.rules.js';
import type { LockedParcel } from './parcels-to-move.js';
import { continued, mayJoin, readScan, type SentScan } from './scan-intake.rules.js';

const NOW = new Date('2026-11-16T02:00:00Z');
const OFFICE = { id: '4f1c2b6e-7d0a-4c1e-9f43-0c8a5a1d2e3f', code: 'SH-01-01' };
const NO_DEVICE = { deviceId: null, clockOffsetMs: 0 };
const sent = (change: Partial<SentScan> = {}): SentScan => ({
  id: '0F1C2B6E-7d0a-4c1e-9f43-0c8a5a1d2e3f',
  parcel: 'ee 473 124 829 xa',
  code: 'emg',
  eventTime: '2026-11-16T08:30:00+07:00',
  device: 'may-1',
  office: OFFICE.code,
  ...change,
});
const read = (change: Partial<SentScan> = {}, clerkOf: string[] = []) =>
  readScan(sent(change), { offices: [OFFICE], clerkOf, ...NO_DEVICE }, NOW);

describe('a scan as a device sends it', () => {
  it('is read as people write it', () => {
    expect(read()).toEqual({
      id: '0f1c2b6e-7d0a-4c1e-9f43-0c8a5a1d2e3f',
      parcelNumber: 'EE473124829XA',
      code: 'EMG',
      eventTime: new Date('2026-11-16T01:30:00Z'),
      device: 'may-1',
      officeId: OFFICE.id,
      reason: null,
      nextAction: null,
      fromTheFuture: false,
      clockOffsetMs: 0,
    });
  });

  it.each([
    ['scan.malformed', { id: 'x' }],
    ['scan.malformed', { eventTime: '2026-11-16 08:30' }],
    ['scan.malformed', { eventTime: '2026-13-45T99:00:00Z' }],
    ['scan.malformed', { device: ' ' }],
    ['scan.malformed', { code: 'EMH', reason: 'because' }],
    ['scan.malformed', { nextAction: 'later' }],
    ['scan.office-unknown', { office: 'SH-04-01' }],
    ['scan.code-unknown', { code: 'constructor' }],
    ['scan.acceptance-needed', { code: 'EMA' }],
    ['scan.proof-needed', { code: 'EMI' }],
    ['scan.clerk-needed', { code: 'RTS' }],
    ['scan.reason-needed', { code: 'EMH' }],
    ['scan.clock-far-off', { eventTime: '2026-11-19T02:00:01Z' }],
  ])('is refused as %s: %o', (refusal, change) => {
    expect(read(change)).toBe(refusal);
  });

  it('is kept and marked when its clock is up to three days ahead', () => {
    expect(read({ eventTime: '2026-11-19T02:00:00Z' })).toMatchObject({ fromTheFuture: true });
    expect(read({ eventTime: '2026-11-16T02:02:00Z' })).toMatchObject({ fromTheFuture: false });
  });

  it('may send a parcel back when a clerk makes it', () => {
    expect(read({ code: 'RTS' }, [OFFICE.id])).toMatchObject({ code: 'RTS' });
  });
});

/** Ways a parcel may legally go, each scan later than the one before. */
const legs = fc.array(fc.constantFrom<ParcelEventCode[]>(['EDD', 'EDE'], ['EMG'], ['EDF'], ['EDG', 'EMH'], ['EMG', 'EDG']), {
  maxLength: 6,
});
const ending = fc.constantFrom<ParcelEventCode[]>(
  [],
  ['EDG', 'EMI'],
  ['EMI'],
  ['RTS'],
  ['RTS', 'EDD', 'EDE', 'RTD'],
  ['EMH', 'RTS', 'EDG', 'RTD'],
);
const legalHistory = fc
  .tuple(
    legs,
    ending,
    fc.array(fc.uuid(), { minLength: 30, maxLength: 30 }),
    fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 30, maxLength: 30 }),
  )
  .map(([way, end, ids, minutes]): FoldableScan[] => {
    let at = NOW.getTime();
    return (['EMA', ...way.flat(), ...end] as ParcelEventCode[]).map((code, index) => {
      at += (minutes[index]! + 1) * 60_000;
      return { id: ids[index]!, code, eventTime: new Date(at), officeId: OFFICE.id };
    });
  });

describe('the intake of scans', () => {
  it('brings every legal history to the same state, each scan arriving three times in any sequence', () => {
    fc.assert(
      fc.property(
        legalHistory.chain((history) => {
          const thrice = [...history, ...history, ...history];
          return fc.tuple(fc.constant(history), fc.shuffledSubarray(thrice, { minLength: thrice.length, maxLength: thrice.length }));
        }),
        ([history, arrivals]) => {
          const kept: FoldableScan[] = [];
          for (const scan of arrivals) {
            if (kept.some(({ id }) => id === scan.id)) continue;
            expect(mayJoin(scan, kept, NOW)).toBeNull();
            kept.push(scan);
          }
          expect(foldScans(kept)).toEqual(foldScans(history));
        },
      ),
      { numRuns: 1_000, verbose: true },
    );
  });

  const scan = (code: ParcelEventCode, hour: number): FoldableScan => ({
    id: `${code}-${hour}`,
    code,
    eventTime: new Date(NOW.getTime() + hour * 3_600_000),
    officeId: OFFICE.id,
  });

  it('refuses what comes after the end, and what would undo it', () => {
    const delivered = [scan('EMA', 1), scan('EMI', 5)];
    expect(mayJoin(scan('EDG', 6), delivered, NOW)).toBe('scan.parcel-closed');
    expect(mayJoin(scan('RTS', 4), delivered, NOW)).toBe('scan.parcel-closed');
    expect(mayJoin(scan('EDG', 4), delivered, NOW)).toBeNull();
  });

  it('refuses a delivery to the addressee after a return to sender', () => {
    expect(mayJoin(scan('EMI', 6), [scan('EMA', 1), scan('RTS', 5)], NOW)).toBe('scan.parcel-closed');
  });

  it('refuses what was scanned long before the parcel existed', () => {
    expect(mayJoin(scan('EDD', -73), [], NOW)).toBe('scan.clock-far-off');
    expect(mayJoin(scan('EDD', -71), [], NOW)).toBeNull();
  });
});

describe('scans that merely continue what is kept of a parcel', () => {
  const parcel = { state: 'in_transit', stateAt: NOW, currentOfficeId: OFFICE.id, attempts: 1 } as LockedParcel;
  const at = (seconds: number) => ({ eventTime: new Date(NOW.getTime() + seconds * 1_000) });

  it('need no other scan of it', () => {
    expect(continued(parcel, [at(2), at(1)])).toEqual({ state: 'in_transit', at: NOW, officeId: OFFICE.id, attempts: 1 });
  });

  it('are none where one is not later than its last, or the way has not begun or is over', () => {
    expect(continued(parcel, [at(1), at(0)])).toBeNull();
    expect(continued({ ...parcel, state: 'announced' }, [at(1)])).toBeNull();
    expect(continued({ ...parcel, state: 'delivered' }, [at(1)])).toBeNull();
  });
});
