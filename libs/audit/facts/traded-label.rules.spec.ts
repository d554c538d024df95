import { labelFlags, readLabel, type TradedLabel } from './traded-label.rules.js';

const label: TradedLabel = {
  ruleVersion: '2026.1',
  level: 'declared',
  compliant: false,
  missing: ['origin.lot'],
  parts: { brand: 'format_valid', barcode: 'checked', origin: 'declared' },
  barcode: { kind: 'internal', number: '0400000000015' },
};

describe('a label snapshot', () => {
  it('is kept whole, with what audit does not read', () => {
    expect(readLabel({ ...label, lotCode: 'L1' })).toEqual({ ...label, lotCode: 'L1' });
  });

  it('says which parts stand: declared with gaps is not there', () => {
    expect(labelFlags(label)).toEqual({ compliant: false, brandOk: true, barcodeOk: true, originOk: false, barcodeKind: 'internal' });
    expect(labelFlags({ ...label, barcode: null, parts: { brand: 'none', barcode: 'none', origin: 'checked' } })).toMatchObject({
      brandOk: false,
      barcodeOk: false,
      originOk: true,
      barcodeKind: null,
    });
  });

  it.each([
    ['nothing', null],
    ['a text', 'compliant'],
    ['no verdict', { ...label, compliant: 'true' }],
    ['a verdict against its own list', { ...label, compliant: true }],
    ['another level', { ...label, level: 'good' }],
    ['a part left out', { ...label, parts: { brand: 'none', barcode: 'none' } }],
    ['missing fields that are no texts', { ...label, missing: [1] }],
    ['no list of missing fields', { ...label, missing: undefined }],
    ['another kind of barcode', { ...label, barcode: { kind: 'ean', number: '1' } }],
    ['a barcode left out', { ...label, barcode: undefined }],
    ['no version', { ...label, ruleVersion: '' }],
  ])('is refused with %s', (_, value) => {
    expect(() => readLabel(value)).toThrow('label snapshot');
  });
});
