import { monthBits, SeasonTable } from './seasons.rules.js';
import { vocabularyOf } from './vocabulary.js';

const term = (groupCode: string, text: string, use = { asked: true, named: true }) => ({ groupCode, term: text, ...use });
const { named, asked } = vocabularyOf(
  [
    term('san', 'sắn'),
    term('san', 'khoai mì'),
    term('san-day', 'sắn dây'),
    term('dua-qua', 'dứa'),
    term('dua-qua', 'thơm', { asked: true, named: false }),
    term('qua-tet', 'mứt', { asked: false, named: true }),
  ],
  [],
);

describe('synonyms in the names of products', () => {
  it.each([
    ['Bột sắn', ['san']],
    ['Bột sắn dây', ['san-day']],
    ['BOT SAN', ['san']],
    ['Thảm cói trải sàn', []],
    ['Gạo thơm', []],
    ['Mứt dứa', ['qua-tet', 'dua-qua']],
  ])('%s: %j', (name, groups) => {
    expect(named.in(name)).toEqual(groups);
  });

  it('are typed under other words than names have', () => {
    expect(asked.in('thơm')).toEqual(['dua-qua']);
    expect(asked.in('mứt')).toEqual([]);
  });
});

describe('seasons', () => {
  const table = new SeasonTable([
    { setCode: '1', term: 'bưởi', firstMonth: 9, lastMonth: 1 },
    { setCode: '1', term: 'vải', firstMonth: 5, lastMonth: 7 },
  ]);

  it('go over the new year', () => {
    expect(monthBits({ firstMonth: 11, lastMonth: 2 }).toString(2)).toBe('110000000011');
    expect(monthBits({ firstMonth: 1, lastMonth: 12 }).toString(2)).toBe('1'.repeat(12));
  });

  it('are known by set and name, and of nothing else', () => {
    expect(table.monthsOf('1', 'Bưởi da xanh')).toBe(0b100000000 | 0b1000000000 | 0b10000000000 | 0b100000000000 | 1);
    expect(table.monthsOf('7', 'Mứt bưởi')).toBe(0);
    expect(table.monthsOf('1', 'Vai thieu')).toBe(0b1110000);
    expect(table.monthsOf('1', 'Vại muối')).toBe(0);
  });
});
