import { mayStillEdit, ratingOf, shortName } from './review.rules.js';

describe('a rating', () => {
  it('is cut to one decimal and never rounded up', () => {
    expect(ratingOf([0, 0, 0, 1, 999])?.average).toBe(4.9);
    expect(ratingOf([0, 0, 0, 0, 7])).toEqual({ count: 7, average: 5, starCounts: [0, 0, 0, 0, 7] });
    expect(ratingOf([1, 0, 1, 0, 0])?.average).toBe(2);
    expect(ratingOf([1, 0, 0, 0, 2])?.average).toBe(3.6);
  });

  it('is none where nobody has written', () => {
    expect(ratingOf([0, 0, 0, 0, 0])).toBeNull();
  });
});

describe('a name shown to strangers', () => {
  it.each([
    ['Nguyễn Thị Tâm', 'Nguyễn T.'],
    ['nguyễn văn đức', 'nguyễn Đ.'],
    ['Tâm', 'T.'],
    ['Lê  Tâm 0912345678', 'Lê T.'],
    ['0912 345 678', null],
    ['tam@thu.vn', null],
    ['', null],
    ['Taumatawhakatangihanga Koauau', 'Taumatawhaka K.'],
  ])('of %j is %j', (name, shown) => expect(shortName(name)).toBe(shown));
});

it('a review may be changed for thirty days', () => {
  const writtenAt = new Date('2026-11-01T00:00:00Z');
  expect(mayStillEdit(writtenAt, new Date('2026-12-01T00:00:00Z'))).toBe(true);
  expect(mayStillEdit(writtenAt, new Date('2026-12-01T00:00:01Z'))).toBe(false);
});
