import fc from 'fast-check';
import { foldedWords, parseSearch } from './search.rules.js';

describe('what is searched for', () => {
  it('asks for every word, folded', () => {
    expect(parseSearch('Cà-phê  Đắk Lắk')).toMatchObject({ words: `'ca' & 'phe' & 'dak' & 'lak'`, folded: 'ca phe dak lak' });
    expect(parseSearch('Cầu Đất'.normalize('NFD'))?.folded).toBe('cau dat');
    expect(foldedWords('Nước mắm 40°N (500ml)')).toEqual(['nuoc', 'mam', '40', 'n', '500ml']);
  });

  it('ranks by spelling only where the query has accents', () => {
    expect(parseSearch('dua')?.exactPhrase).toBe('');
    expect(parseSearch('dừa')?.exactPhrase).not.toBe(parseSearch('dưa')?.exactPhrase);
    expect(parseSearch('Hoà')?.exactPhrase).toBe(parseSearch('hòa')?.exactPhrase);
  });

  it('is nothing without a letter or digit', () => {
    for (const text of ['', '  ', '!?', '&|!()', "'"]) expect(parseSearch(text)).toBeNull();
  });

  it('never carries an operator of the search language', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const query = parseSearch(text);
        return !query || /^'[\p{L}\p{M}\p{N}]+'( & '[\p{L}\p{M}\p{N}]+')*$/u.test(query.words);
      }),
    );
  });
});
