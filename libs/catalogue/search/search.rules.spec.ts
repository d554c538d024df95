import fc from 'fast-check';
import { parseSearch as parse, type SearchQuery } from './search.rules.js';
import { vocabularyOf } from './vocabulary.js';
import { foldedWords } from './words.rules.js';

const same = (groupCode: string, ...terms: string[]) => terms.map((term) => ({ groupCode, term, asked: true, named: true }));
const vocabulary = vocabularyOf(
  [...same('tra', 'chè', 'trà'), ...same('lac', 'lạc', 'đậu phộng'), ...same('ca-phe', 'cà phê', 'cafe')],
  [
    { key: 'ptravinh', name: 'Trà Vinh' },
    { key: 'dphuquoc', name: 'Phú Quốc' },
  ],
);
const parseSearch = (text: string): SearchQuery | null => parse(text, vocabulary);

describe('what is searched for', () => {
  it('asks for every word, folded', () => {
    expect(parseSearch('Mật-ong  Đắk Lắk')).toMatchObject({ words: `'mat' & 'ong' & 'dak' & 'lak'`, folded: 'mat ong dak lak' });
    expect(parseSearch('Cầu Đất'.normalize('NFD'))?.folded).toBe('cau dat');
    expect(foldedWords('Nước mắm 40°N (500ml)')).toEqual(['nuoc', 'mam', '40', 'do', 'n', '500ml']);
    expect(foldedWords('ca \u0301 + 𝅥 chua')).toEqual(['ca', 'chua']);
  });

  it('ranks by spelling only where the query has accents', () => {
    expect(parseSearch('dua')?.exactPhrase).toBe('');
    expect(parseSearch('dừa')?.exactPhrase).not.toBe(parseSearch('dưa')?.exactPhrase);
    expect(parseSearch('Hoà')?.exactPhrase).toBe(parseSearch('hòa')?.exactPhrase);
  });

  it('takes a word for its synonyms too, as it is spelt, or as it may be spelt where no accents are typed', () => {
    for (const typed of ['chè', 'CHE', 'che'])
      expect(parseSearch(typed)).toMatchObject({ words: `('che' | '@stra')`, synonyms: [' stra '] });
    expect(parseSearch('chế')).toMatchObject({ words: `'che'`, synonyms: [] });
    expect(parseSearch('kẹo đậu phộng')?.words).toBe(`'keo' & (('dau' & 'phong') | '@slac')`);
    expect(parseSearch('caphe')?.words).toBe(`('caphe' | '@sca-phe')`);
  });

  it('takes the name of a province that was for its land', () => {
    const query = parseSearch('dừa sáp trà vinh')!;
    expect(query).toMatchObject({ area: ' aptravinh ', must: `'@aptravinh'`, folded: 'dua sap' });
    expect(query.words).toBe(`'dua' & 'sap' & '@aptravinh'`);
    expect(parseSearch('trả vịnh')?.area).toBeNull();
  });

  it.each([
    ['OCOP 4 sao', 4],
    ['bốn sao', 4],
    ['4sao', 4],
    ['4 ⭐', 4],
    ['nam sao', 5],
    ['ocop', 'any'],
  ])('takes %s for a wish for stars and looks for no such words', (text, stars) => {
    expect(parseSearch(`${text} gạo`)).toMatchObject({ stars, words: `'gao'` });
    expect(parseSearch(text)?.words).toMatch(/^\(?'@r[345]'/);
  });

  it('leaves out words of questions unless there is nothing else', () => {
    expect(parseSearch('đặc sản Phú Quốc')?.area).toBe(' adphuquoc ');
    expect(parseSearch('đặc sản')?.words).toBe(`'dac' & 'san'`);
    expect(parseSearch('tinh dau')?.words).toBe(`'tinh' & 'dau'`);
  });

  it('is nothing without a letter or digit', () => {
    for (const text of ['', '  ', '!?', '&|!()', "'"]) expect(parseSearch(text)).toBeNull();
  });

  it('never carries an operator of the search language', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const query = parseSearch(text);
        return !query || /^['()@\p{L}\p{M}\p{N}-]+(( & | \| )['()@\p{L}\p{M}\p{N}-]+)*$/u.test(query.words);
      }),
    );
  });
});
