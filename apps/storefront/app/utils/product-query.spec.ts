import { listQuery, productFilters, withFilters } from './product-query.js';

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

describe('withFilters', () => {
  it('goes back to the first page when a filter changes', () => {
    expect(withFilters({ q: 'x', cursor: 'abc', set: '4' }, { set: '13' })).toEqual({ q: 'x', set: '13' });
    expect(withFilters({ q: 'x', set: '4' }, { set: undefined })).toEqual({ q: 'x' });
  });
});

describe('a commune', () => {
  it('is chosen in its province and goes with it', () => {
    expect(withFilters({ province: '92' }, { commune: '31135' })).toEqual({ province: '92', commune: '31135' });
    expect(withFilters({ province: '92', commune: '31135' }, { province: undefined })).toEqual({});
    expect(withFilters({ province: '92', commune: '31135' }, { province: '01' })).toEqual({ province: '01' });
    expect(withFilters({ province: '92', commune: '31135' }, { stars: '4' })).toEqual({ province: '92', commune: '31135', stars: '4' });
  });
});

describe('listQuery', () => {
  it('sorts by nearness only once a province is chosen', () => {
    expect(listQuery({ sort: 'nearest', q: 'x' })).toEqual({ q: 'x' });
    expect(listQuery({ sort: 'nearest', near: '92' })).toEqual({ sort: 'nearest', near: '92' });
    expect(listQuery({ sort: 'price', q: 'x' })).toEqual({ sort: 'price', q: 'x' });
  });
});
