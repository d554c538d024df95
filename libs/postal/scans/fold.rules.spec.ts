import fc from 'fast-check';
import { PARCEL_EVENT_CODES, type ParcelEventCode } from '@choxa/standards';
import { PARCEL_STATES, type ParcelState } from '@choxa/postal-contract';
import { CLOSED_STATES, foldScans, PARCEL_MOVES, type FoldableScan, type Standing } from './fold.rules.js';

const START = Date.parse('2026-11-16T00:00:00Z');
let serial = 0;
const scan = (code: ParcelEventCode, hour: number): FoldableScan => ({
  id: `00000000-0000-4000-8000-${String((serial += 1)).padStart(12, '0')}`,
  code,
  eventTime: new Date(START + hour * 3_600_000),
  officeId: 'office',
});
const history = (...codes: ParcelEventCode[]): FoldableScan[] => codes.map((code, hour) => scan(code, hour));
const stateAfter = (...codes: ParcelEventCode[]): ParcelState => foldScans(history(...codes)).state;

/** The shortest legal way into each state. */
const WAY_TO: Record<Exclude<ParcelState, 'withdrawn'>, ParcelEventCode[]> = {
  announced: [],
  accepted: ['EMA'],
  in_transit: ['EMA', 'EDD'],
  at_delivery_office: ['EMA', 'EMG'],
  out_for_delivery: ['EMA', 'EMG', 'EDG'],
  held: ['EMA', 'EMG', 'EDF'],
  attempt_failed: ['EMA', 'EDG', 'EMH'],
  delivered: ['EMA', 'EDG', 'EMI'],
  returning: ['EMA', 'EDG', 'EMH', 'RTS'],
  returned: ['EMA', 'EDG', 'EMH', 'RTS', 'RTD'],
  lost: ['EMA', 'EDE', 'LST'],
  destroyed: ['EMA', 'EDD', 'DST'],
};

const arbitraryScans = fc.array(
  fc
    .record({ code: fc.constantFrom(...PARCEL_EVENT_CODES), minute: fc.integer({ min: 0, max: 600 }), id: fc.uuid() })
    .map(({ code, minute, id }): FoldableScan => ({ id, code, eventTime: new Date(START + minute * 60_000), officeId: id })),
  { maxLength: 25 },
);

describe('the fold of scans', () => {
  it.each(Object.entries(WAY_TO))('reaches %s', (state, codes) => {
    expect(stateAfter(...codes)).toBe(state);
  });

  const ways = Object.entries(WAY_TO) as [ParcelState, ParcelEventCode[]][];
  it.each(ways.flatMap(([state, way]) => PARCEL_EVENT_CODES.map((code) => [state, code, way] as const)))(
    'moves %s by %s as the table says',
    (state, code, way) => {
      const after = foldScans(history(...way, code));
      const expected = PARCEL_MOVES[state][code];
      expect(after.state).toBe(expected ?? state);
      expect(after.ignored.size).toBe(expected ? 0 : 1);
    },
  );

  it('knows the whole table', () => {
    expect(Object.keys(PARCEL_MOVES).sort()).toEqual([...PARCEL_STATES].sort());
    const rows = PARCEL_STATES.map((state) => `${state}: ${PARCEL_EVENT_CODES.map((code) => PARCEL_MOVES[state][code] ?? '–').join(' ')}`);
    expect(rows).toMatchInlineSnapshot(`
     [
       "announced: accepted in_transit in_transit at_delivery_office held out_for_delivery attempt_failed held delivered returning returned lost destroyed",
       "accepted: accepted in_transit in_transit at_delivery_office held out_for_delivery attempt_failed held delivered returning returned lost destroyed",
       "in_transit: in_transit in_transit in_transit at_delivery_office held out_for_delivery attempt_failed held delivered returning returned lost destroyed",
       "at_delivery_office: at_delivery_office in_transit in_transit at_delivery_office held out_for_delivery attempt_failed held delivered returning returned lost destroyed",
       "out_for_delivery: out_for_delivery in_transit in_transit at_delivery_office held out_for_delivery attempt_failed held delivered returning returned lost destroyed",
       "held: held in_transit in_transit at_delivery_office held out_for_delivery attempt_failed held delivered returning returned lost destroyed",
       "attempt_failed: attempt_failed in_transit in_transit at_delivery_office held out_for_delivery attempt_failed held delivered returning returned lost destroyed",
       "delivered: – – – – – – – – – – – – –",
       "returning: returning returning returning returning returning returning returning returning – returning returned lost destroyed",
       "returned: – – – – – – – – – – – – –",
       "lost: – – – – – – – – – – – – –",
       "destroyed: – – – – – – – – – – – – –",
       "withdrawn: – – – – – – – – – – – – –",
     ]
    `);
  });

  it('never delivers to the addressee after a return to sender', () => {
    for (const [state, way] of ways.filter(([state]) => state === 'returning' || state === 'returned'))
      expect(stateAfter(...way, 'EMI')).toBe(state);
  });

  it('moves nothing any more once it is delivered, returned or lost', () => {
    for (const state of CLOSED_STATES) expect(PARCEL_MOVES[state]).toEqual({});
  });

  it('does not fall back to accepted when a slow clock puts the acceptance behind a later scan', () => {
    const late = foldScans([scan('EDD', 1), scan('EMA', 2)]);
    expect(late.state).toBe('in_transit');
    expect(late.reached.accepted).toEqual(new Date(START + 2 * 3_600_000));
  });

  it('puts scans of the same moment in the sequence of the way', () => {
    expect(foldScans([scan('EMI', 5), scan('EDG', 5), scan('EMG', 5)]).state).toBe('delivered');
  });

  it('counts tries to the addressee, not tries to give it back', () => {
    expect(foldScans(history('EMA', 'EDG', 'EMH', 'EDG', 'EMI')).attempts).toBe(2);
    expect(foldScans(history('EMA', 'EDG', 'EMH', 'RTS', 'EDG', 'EMH', 'RTD')).attempts).toBe(1);
  });

  it('is the same for every arrival: shuffled and each scan three times', () => {
    fc.assert(
      fc.property(
        arbitraryScans.chain((scans) =>
          fc.tuple(
            fc.constant(scans),
            fc.shuffledSubarray([...scans, ...scans, ...scans], { minLength: scans.length * 3, maxLength: scans.length * 3 }),
          ),
        ),
        ([scans, arrived]) => expect(foldScans(arrived)).toEqual(foldScans(scans)),
      ),
      { numRuns: 1_000, verbose: true },
    );
  });

  it('once over, stays over whatever comes later', () => {
    fc.assert(
      fc.property(arbitraryScans, fc.constantFrom(...PARCEL_EVENT_CODES), (scans, code) => {
        const before = foldScans(scans);
        if (!CLOSED_STATES.has(before.state)) return;
        const after = foldScans([...scans, scan(code, 1_000)]);
        expect({ state: after.state, at: after.at, closedBy: after.closedBy }).toEqual({
          state: before.state,
          at: before.at,
          closedBy: before.closedBy,
        });
      }),
      { numRuns: 1_000, verbose: true },
    );
  });

  it('goes on from what is kept as if it had all scans again', () => {
    fc.assert(
      fc.property(arbitraryScans, arbitraryScans, (scans, more) => {
        const { state, at, officeId, attempts } = foldScans(scans);
        if (CLOSED_STATES.has(state)) return;
        const later = more.map((one) => ({ ...one, eventTime: new Date(one.eventTime.getTime() + 86_400_000) }));
        const standing = (of: Standing) => ({ ...of, reached: null, ignored: null });
        expect(standing(foldScans(later, { state, at, officeId, attempts }))).toEqual(standing(foldScans([...scans, ...later])));
      }),
      { numRuns: 1_000, verbose: true },
    );
  });

  it('does not change what it is given', () => {
    const scans = Object.freeze(history('EMI', 'EMA')) as FoldableScan[];
    expect(() => foldScans(scans)).not.toThrow();
  });
});
