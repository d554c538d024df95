import { PROVINCE_CENTRES } from './province-centres.js';
import { farSighting, provinceDistanceKm } from './suspicion.rules.js';

const RULE = { farKm: 300, withinHours: 24 };
const seen = (provinceCode: string, hour: number) => ({ provinceCode, seenAt: new Date(Date.UTC(2026, 10, 1, hour)) });

it('distances are those of the map, either way round', () => {
  expect(Object.keys(PROVINCE_CENTRES)).toHaveLength(34);
  expect(provinceDistanceKm('01', '79')).toBeGreaterThan(1100);
  expect(provinceDistanceKm('79', '01')).toBe(provinceDistanceKm('01', '79'));
  expect(provinceDistanceKm('01', '33')).toBeLessThan(120);
  expect(provinceDistanceKm('01', '01')).toBe(0);
  expect(provinceDistanceKm('01', '99')).toBeNull();
});

it('a serial in two far places within a day is suspicious; near ones, and a slow journey, are not', () => {
  expect(farSighting(RULE, seen('79', 20), [seen('01', 10)])).toMatchObject({ provinceCode: '01' });
  expect(farSighting(RULE, seen('01', 10), [seen('79', 20)])).not.toBeNull();
  expect(farSighting(RULE, seen('79', 34), [seen('01', 10)])).not.toBeNull();
  expect(farSighting(RULE, seen('79', 35), [seen('01', 10)])).toBeNull();
  expect(farSighting(RULE, seen('33', 11), [seen('01', 10)])).toBeNull();
  expect(farSighting(RULE, seen('79', 20), [])).toBeNull();
});
