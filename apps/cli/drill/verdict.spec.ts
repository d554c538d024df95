import { judge, type Attempt, type Stored } from './verdict.js';

const answer = (n: number): string => JSON.stringify({ number: `CX${n}`, sellerOrders: [{ id: `s${n}` }] });

function aDrill(): { attempts: Attempt[]; stored: Stored } {
  return {
    attempts: [
      { key: 'k1', unknowns: 0, answer: answer(1), refused: null },
      { key: 'k2', unknowns: 3, answer: answer(2), replay: answer(2), refused: null },
    ],
    stored: {
      orders: [1, 2].map((n) => ({
        number: `CX${n}`,
        key: `k${n}`,
        sellerOrders: [{ id: `s${n}`, parcelNumber: `P${n}`, lines: [{ packId: 'p', quantity: n }] }],
      })),
      parcels: [1, 2].map((n) => ({ number: `P${n}`, senderReference: `s${n}` })),
      stock: [
        { packId: 'p', before: 10, after: 7 },
        { packId: 'unsold', before: 4, after: 4 },
      ],
      messages: { sellerOrders: 2, parcels: 2 },
      failedJobs: 0,
    },
  };
}

function verdictAfter(change: (drill: ReturnType<typeof aDrill>) => void): ReturnType<typeof judge> {
  const drill = aDrill();
  change(drill);
  return judge(drill.attempts, drill.stored);
}

describe('the verdict of a drill', () => {
  it('is without fault when shoppers and database agree', () => {
    expect(verdictAfter(() => {})).toEqual({
      acknowledged: 2,
      orders: 2,
      parcels: 2,
      retries: 1,
      retriesSame: 1,
      lost: 0,
      double: 0,
      faults: [],
    });
  });

  it('names a lost order, also when another one stands in its place', () => {
    const gone = verdictAfter(({ stored }) => stored.orders.shift());
    expect(gone.lost).toBe(1);
    expect(gone.faults).toContain('lost: the order acknowledged for key k1 is not there');
    expect(verdictAfter(({ stored }) => (stored.orders[0]!.number = 'CX9')).lost).toBe(1);
    expect(verdictAfter(({ stored }) => (stored.orders[0]!.sellerOrders[0]!.id = 's9')).lost).toBe(1);
  });

  it('names a double order, and that the retry did not find the same', () => {
    const verdict = verdictAfter(({ stored }) => stored.orders.push({ ...stored.orders[1]!, number: 'CX3' }));
    expect(verdict).toMatchObject({ lost: 0, double: 1, retriesSame: 0 });
    expect(verdict.faults).toContain('double: key k2 made CX2, CX3');
  });

  it.each<[string, string, (drill: ReturnType<typeof aDrill>) => void]>([
    ['a missing parcel', 'parcel: seller order s1 has 0 parcels', ({ stored }) => stored.parcels.shift()],
    [
      'a second parcel',
      'parcel: seller order s1 has 2 parcels',
      ({ stored }) => stored.parcels.push({ number: 'P3', senderReference: 's1' }),
    ],
    ['a parcel of nobody', 'parcel: sent for s3', ({ stored }) => stored.parcels.push({ number: 'P3', senderReference: 's3' })],
    [
      'a parcel we do not know of',
      'parcel: seller order s2 says null',
      ({ stored }) => (stored.orders[1]!.sellerOrders[0]!.parcelNumber = null),
    ],
    ['an order without seller orders', 'lines: order CX1', ({ stored }) => (stored.orders[0]!.sellerOrders = [])],
    ['an order without lines', 'lines: order CX1', ({ stored }) => (stored.orders[0]!.sellerOrders[0]!.lines = [])],
    ['stock taken for nothing', 'stock: pack p 10 − 3 sold ≠ 6', ({ stored }) => (stored.stock[0]!.after = 6)],
    ['stock not taken', 'stock: pack p 10 − 3 sold ≠ 8', ({ stored }) => (stored.stock[0]!.after = 8)],
    ['an order nobody asked for', 'foreign: order CX1', ({ attempts }) => attempts.shift()],
    ['another answer to the same key', 'retry: key k2', ({ attempts }) => (attempts[1]!.replay = answer(3))],
    ['a refusal', 'refused: key k2: 409', ({ attempts }) => Object.assign(attempts[1]!, { answer: null, refused: '409 cart.empty' })],
    ['a shopper left without an answer', 'unanswered: key k1', ({ attempts }) => (attempts[0]!.answer = null)],
    ['a message sent twice', 'messages: 3 to recipients', ({ stored }) => (stored.messages.parcels = 3)],
    ['a message not sent', 'messages: 1 to households', ({ stored }) => (stored.messages.sellerOrders = 1)],
    ['a job given up', 'jobs: 1 given up', ({ stored }) => (stored.failedJobs = 1)],
  ])('names %s', (_, fault, change) => {
    expect(verdictAfter(change).faults).toContainEqual(expect.stringContaining(fault));
  });
});
