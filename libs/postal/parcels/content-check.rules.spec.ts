import { checkContents, scannedCode } from './content-check.rules.js';

describe('the check of packs at the counter', () => {
  it('takes a code in any length for the same number', () => {
    expect(scannedCode('8938500000010')).toBe('08938500000010');
    // An 04… EAN-13 that a scanner hands over as UPC-A.
    expect(scannedCode('400000000015')).toBe(scannedCode('0400000000015'));
  });

  it('matches each line by its own code', () => {
    expect(checkContents(['08938500000010', '00400000000015'], ['0400000000015', '8938500000010'])).toEqual(['matches', 'matches']);
  });

  it('calls a line missing when its code was not scanned', () => {
    expect(checkContents(['08938500000010', '00400000000015'], ['8938500000010'])).toEqual(['matches', 'missing']);
  });

  it('calls a line other_code when a stranger was scanned instead', () => {
    expect(checkContents(['08938500000010', '00400000000015'], ['8938500000010', '4006381333931'])).toEqual(['matches', 'other_code']);
  });

  it('lays one stranger against one line only', () => {
    expect(checkContents(['08938500000010', '00400000000015'], ['4006381333931'])).toEqual(['other_code', 'missing']);
  });

  it('never matches a line that was announced without a code', () => {
    expect(checkContents([null], [])).toEqual(['missing']);
    expect(checkContents([null], ['8938500000010'])).toEqual(['other_code']);
  });

  it('does not take an unreadable scan for a match', () => {
    expect(checkContents(['08938500000010'], ['8938500000011'])).toEqual(['other_code']);
  });
});
