import { fold } from '@choxa/standards';

export type SubjectKind = 'cooperative' | 'cooperative_group' | 'firm' | 'household_business';

const MARKS: readonly [SubjectKind, RegExp][] = [
  ['cooperative_group', /^(to hop tac|tht|to hop|to san xuat|nhom ho)\b/],
  ['cooperative', /^(lien hiep )?(hop tac xa|htx|lhhtx)/],
  ['firm', /^(tong )?(cong ty|cty|ctcp|cttnhh|doanh nghiep|dn|dntn|tap doan|xi nghiep|chi nhanh)\b/],
  ['household_business', /^(ho )?(ca the )?(san xuat )?(va )?(kinh doanh|sxkd|hkd|co so|cssx|cs)\b/],
];

/** What a producer's name says about its legal kind; null for a plain household or a name that does not tell. */
export function subjectKindOf(name: string): SubjectKind | null {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return MARKS.find(([, mark]) => mark.test(words))?.[0] ?? null;
}
