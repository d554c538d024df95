import { barcodeForms } from './barcode.rules.js';

it('takes a number for every way in which it may be printed', () => {
  expect(barcodeForms('9520000000004')).toEqual(['9520000000004', '09520000000004']);
  expect(barcodeForms('400000000017')).toEqual(['400000000017', '0400000000017', '00400000000017']);
  expect(barcodeForms('0 400000 000017')).toEqual(barcodeForms('400000000017'));
  expect(barcodeForms('00000089345672')).toContain('89345672');
});

it('takes nothing else for a barcode', () => {
  for (const typed of ['40', 'nước mắm 40', '123456789', '952000000000x', '']) expect(barcodeForms(typed)).toBeNull();
});
