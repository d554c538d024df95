import { OCOP_SETS } from '@choxa/standards';
import { readAnswers } from './draft-answers';
import { NET_CONTENT_UNITS } from './net-content-units';
import { usualContents } from './usual-contents';

const typed = (more: object = {}) => ({
  name: 'Mứt dâu tằm',
  setCode: '',
  price: '45k',
  content: '',
  unit: '',
  stock: '12',
  ...more,
});

describe('what a household typed', () => {
  it('is a whole product from a name, a price and a count: the name tells the set, the set the usual content', () => {
    expect(readAnswers(typed())).toEqual({
      name: 'Mứt dâu tằm',
      setCode: '7',
      content: { value: 250, unit: 'g' },
      priceVnd: 45_000,
      stock: 12,
      faults: {},
    });
  });

  it('goes before what the name tells', () => {
    expect(readAnswers(typed({ setCode: '4', content: '1,5', unit: 'kg' }))).toMatchObject({
      setCode: '4',
      content: { value: 1.5, unit: 'kg' },
    });
  });

  it.each([
    [{ name: ' a ', setCode: '7' }, { name: 'name' }],
    [{ name: 'Zyx Abc' }, { setCode: 'set' }],
    [{ price: 'rẻ' }, { price: 'price' }],
    [{ price: '45' }, { price: 'priceTiny' }],
    [{ content: '0', unit: 'g' }, { content: 'content' }],
    [{ stock: '0' }, { stock: 'stock' }],
    [{ stock: 'nhiều' }, { stock: 'stock' }],
  ])('%j lacks %j', (more, faults) => expect(readAnswers(typed(more)).faults).toEqual(faults));
});

it('every set has usual contents in units that can be chosen', () => {
  for (const { code } of OCOP_SETS)
    for (const { value, unit } of usualContents(code)) {
      expect(value).toBeGreaterThan(0);
      expect(NET_CONTENT_UNITS).toContain(unit);
    }
});
