import { ALLERGEN_CODES, ALLERGEN_LISTS } from './allergens.js';

describe('allergens', () => {
  it('are lists that follow each other without a gap, each with its basis', () => {
    for (const [index, list] of ALLERGEN_LISTS.entries()) {
      expect(list.basis).not.toBe('');
      expect(list.validTo).toBe(ALLERGEN_LISTS[index + 1]?.validFrom ?? null);
    }
  });

  it('are eight groups at first and fourteen now, each named once in two languages', () => {
    expect(ALLERGEN_LISTS.map(({ groups }) => groups.length)).toEqual([8, 14]);
    expect(new Set(ALLERGEN_CODES).size).toBe(14);
    for (const { groups } of ALLERGEN_LISTS)
      for (const language of ['vi', 'en'] as const) expect(new Set(groups.map((group) => group[language])).size).toBe(groups.length);
  });
});
