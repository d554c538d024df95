import { OCOP_SETS } from './product-sets.js';
import { productSetsOfName } from './set-of-name.js';
import { SET_WORDS } from './set-words.js';

describe('the product set of a name', () => {
  it.each([
    ['Cà phê Arabica Cầu Đất', '13'],
    ['ca phe rang xay', '13'],
    ['Mật ong hoa cà phê', '4'],
    ['Mứt dâu tằm Đà Lạt', '7'],
    ['Chuối tá quạ sấy dẻo', '7'],
    ['Rượu nếp cái hoa vàng', '14'],
  ])('%s is told to be %s', (name, set) => expect(productSetsOfName(name)[0]).toBe(set));

  it('is not told by words nobody knows', () => {
    expect(productSetsOfName('Zyx Abc')).toEqual([]);
    expect(productSetsOfName('')).toEqual([]);
  });

  it('has words for all sets, and none twice in one', () => {
    const codes = SET_WORDS.flatMap(({ set, unless }) => [set, ...(unless ? [unless.set] : [])]);
    expect(new Set(codes)).toEqual(new Set(OCOP_SETS.map((set) => set.code)));
    for (const { heads } of SET_WORDS) expect(heads.split(', ').filter((head, at, all) => all.indexOf(head) !== at)).toEqual([]);
  });
});
