import fc from 'fast-check';
import { facetsSql } from './facets.sql.js';
import type { ListFilters } from './filters.js';
import { listSql, searchSql } from './list.sql.js';
import { parseSearch } from './search.rules.js';
import type { Sort } from './sorts.js';
import type { Statement } from './statement.js';
import { vocabularyOf } from './vocabulary.js';

const today = '2026-11-25';
const vocabulary = vocabularyOf(
  [{ groupCode: 'tra', term: 'trà', asked: true, named: true }],
  [
    { key: 'ptravinh', name: 'Trà Vinh' },
    { key: 'dphuquoc', name: 'Phú Quốc' },
  ],
);
const texts = fc
  .array(fc.constantFrom('trà', 'tra', 'vinh', 'Trà Vinh', 'Phú Quốc', 'phu quoc', 'nước', 'mắm', 'ca', 'OCOP', '4 sao', 'mật'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => words.join(' '));
const filters = fc.constantFrom<ListFilters>({}, {}, { set: '9' }, { minPriceVnd: 5 }, { set: '9', province: '86' });

// A connection refuses a second text under a name it has prepared: such a search would fail.
it('gives no two texts of a statement one name', () => {
  const known = new Map<string, string>();
  const check = ({ name, text }: Statement): void => {
    if (name) expect([name, known.get(name) ?? text]).toEqual([name, text]);
    known.set(name, text);
  };
  const guesses = { packIds: [], scores: [] };
  fc.assert(
    fc.property(texts, filters, fc.constantFrom<Sort>('relevance', 'relevance', 'price', 'nearest'), (typed, narrowed, sort) => {
      const near = sort === 'nearest' ? { near: { province: '92', around: ['86'] } } : {};
      const request = { filters: narrowed, sort, limit: 24, today, ...near };
      const query = parseSearch(typed, vocabulary);
      check(listSql(request));
      check(facetsSql(narrowed, today, null));
      if (!query) return;
      for (const guessed of [null, guesses]) {
        check(searchSql(request, query, guessed));
        check(facetsSql(narrowed, today, query, guessed));
      }
    }),
    { numRuns: 1_000 },
  );
});
