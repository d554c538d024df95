import { aGazetteer } from '../look-up/gazetteer.factory.js';
import type { Gazetteer } from '../look-up/gazetteer.js';
import { resolvePlace } from '../look-up/resolve.rules.js';
import { describeWithSharedData } from './shared-data.js';

const LEAST_SHARE = 0.85;

describeWithSharedData('places of real products', 'ocop-products.csv', (rows) => {
  let known: Gazetteer;
  beforeAll(async () => {
    known = await aGazetteer();
  });

  it('resolve to exactly one commune in at least 85 % of the rows that name one', () => {
    const named = rows().filter((row) => row.commune!.trim());
    const open = named.filter((row) => resolvePlace(row, known).outcome !== 'one');
    expect(named).toHaveLength(233);
    expect((named.length - open.length) / named.length).toBeGreaterThanOrEqual(LEAST_SHARE);
    // Divided by law; everything else is found.
    expect([...new Set(open.map((row) => `${row.commune}, ${row.district}, ${row.province}`))]).toEqual([
      'xã Đông Sang, huyện Mộc Châu, Sơn La',
    ]);
  });

  it('have candidates wherever a district is named', () => {
    const named = rows().filter((row) => row.district!.trim());
    expect(named.filter((row) => resolvePlace(row, known).outcome === 'none')).toEqual([]);
  });

  it('lie in the province that has the land of the one that is named', () => {
    for (const row of rows()) {
      const { outcome, candidates } = resolvePlace(row, known);
      if (outcome !== 'one') continue;
      const provinces = known.provinceNames.find([{ kind: null, name: row.province!.replace(/^TP\. /u, '') }]).map((hit) => hit.of);
      const codes = provinces.flatMap((province) => [...(province.former?.provinceCodes ?? []), province.provinceCode]);
      expect([row.province, codes]).toEqual([row.province, expect.arrayContaining([candidates[0]!.provinceCode])]);
    }
  });
});
