import { aGazetteer } from '../look-up/gazetteer.factory.js';
import { neighboursOf } from './neighbours.js';

it('gives every province of today its neighbours, and only provinces of today', async () => {
  const codes = [...(await aGazetteer()).provinces.keys()];
  expect(codes.filter((code) => !neighboursOf(code).length)).toEqual([]);
  expect(codes.flatMap(neighboursOf).filter((code) => !codes.includes(code))).toEqual([]);
});

it('is a border seen from both sides', () => {
  expect(neighboursOf('86').toSorted()).toEqual(['82', '92']);
  expect(neighboursOf('82')).toContain('86');
  expect(neighboursOf('99')).toEqual([]);
});
