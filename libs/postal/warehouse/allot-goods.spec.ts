import { allotGoods, differences, type Shelf } from './allot-goods.rules.js';

const TODAY = '2026-11-26';
const HONEY = '08938500000010';
const TEA = '08938500000027';

function shelf(goodsId: string, change: Partial<Shelf> = {}): Shelf {
  return { goodsId, code14: HONEY, place: 'A1', expiresOn: null, receivedAt: new Date('2026-11-01T00:00:00Z'), free: 5, ...change };
}

describe('from which shelves a parcel is packed', () => {
  it('takes what expires first, goods that keep last, and splits over shelves', () => {
    const shelves = [
      shelf('keeps'),
      shelf('late', { expiresOn: '2027-06-01', free: 2 }),
      shelf('soon', { expiresOn: '2026-12-01', free: 1 }),
    ];
    expect(allotGoods([{ code14: HONEY, units: 4 }], shelves, TODAY)).toEqual({
      lines: [
        { goodsId: 'soon', units: 1 },
        { goodsId: 'late', units: 2 },
        { goodsId: 'keeps', units: 1 },
      ],
      short: [],
    });
  });

  it('of the same day takes what came first', () => {
    const shelves = [shelf('second', { receivedAt: new Date('2026-11-02T00:00:00Z') }), shelf('first')];
    expect(allotGoods([{ code14: HONEY, units: 1 }], shelves, TODAY).lines).toEqual([{ goodsId: 'first', units: 1 }]);
  });

  it('leaves goods past their last day, sends them on that day, and says what is short', () => {
    const shelves = [shelf('past', { expiresOn: '2026-11-25' }), shelf('today', { expiresOn: TODAY, free: 1 })];
    const wanted = [
      { code14: HONEY, units: 1 },
      { code14: TEA, units: 1 },
      { code14: HONEY, units: 2 },
    ];
    expect(allotGoods(wanted, shelves, TODAY)).toEqual({
      lines: [{ goodsId: 'today', units: 1 }],
      short: [
        { code14: HONEY, units: 2 },
        { code14: TEA, units: 1 },
      ],
    });
  });
});

describe('what was put into a parcel', () => {
  it('is compared unit by unit', () => {
    const wanted = [
      { code14: HONEY, units: 2 },
      { code14: TEA, units: 1 },
    ];
    expect(differences(wanted, [HONEY, TEA, HONEY])).toEqual([]);
    expect(differences(wanted, [HONEY, '00400000000015'])).toEqual([
      { code14: HONEY, wanted: 2, scanned: 1 },
      { code14: TEA, wanted: 1, scanned: 0 },
      { code14: '00400000000015', wanted: 0, scanned: 1 },
    ]);
  });
});
