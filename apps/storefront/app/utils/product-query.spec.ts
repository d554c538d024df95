import { productFilters, withFilter } from './product-query.js';

describe('productFilters', () => {
  it('keeps what is well formed and drops empty or impossible filters', () => {
    expect(
      productFilters({
        q: ' ca phe ',
        province: '',
        stars: '7',
        minPriceVnd: 'abc',
        set: '13',
        labelled: 'true',
        sort: '-price',
        other: 'x',
      }),
    ).toEqual({
      q: 'ca phe',
      set: '13',
      labelled: 'true',
      sort: '-price',
    });
  });

  it('takes the first of a repeated filter', () => {
    expect(productFilters({ set: ['4', '13'] })).toEqual({ set: '4' });
  });
});

describe('withFilter', () => {
  it('goes back to the first page when a filter changes', () => {
    expect(withFilter({ q: 'x', cursor: 'abc', set: '4' }, 'set', '13')).toEqual({ q: 'x', set: '13' });
    expect(withFilter({ q: 'x', set: '4' }, 'set', undefined)).toEqual({ q: 'x' });
  });
});
