import { aLabel } from '../facts/events.factory.js';
import { readLabel } from '../facts/traded-label.rules.js';
import { scanMatches } from './compare-scan.rules.js';

const label = readLabel(aLabel({ barcode: { kind: 'gtin', number: '08934588000010' }, traceCode: 'AB12CD34' }));

describe('a scanned pack', () => {
  it.each([
    ['8934588000010', true],
    [']E08934588000010', true],
    ['https://id.example.com/01/08934588000010/10/L1', true],
    ['(01)08934588000010(10)L1', true],
    ['8934588000027', false],
    ['8934588000011', false],
    ['khong phai ma', false],
    ['https://choxa.example/t/AB12CD34', true],
    ['https://choxa.example/t/ZZ99ZZ99', false],
  ])('%s: is what the label declared: %p', (scanned, matches) => {
    expect(scanMatches(scanned, label)).toBe(matches);
  });

  it('is compared with nothing where nothing was declared', () => {
    const bare = readLabel(aLabel({ barcode: null, traceCode: null }));
    expect(scanMatches('8934588000010', bare)).toBeNull();
    expect(scanMatches('https://choxa.example/t/AB12CD34', bare)).toBeNull();
  });
});
