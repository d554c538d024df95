/**
 * Characters nobody sees and nobody means: zero-width ones, soft hyphens, marks that turn the writing direction (a way to fake names),
 * and control characters, of which U+0000 cannot be stored in PostgreSQL. Tabs and line ends are white space and not among them.
 */
const INVISIBLE = /[^\P{Cc}\t\n\v\f\r\u0085]|[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
const LONE_SURROGATES = /\p{Cs}/gu;
const SINGLE_QUOTES = /[\u2018\u2019\u201B\u02BC\u02B9\uFF07]/gu;
const DOUBLE_QUOTES = /[\u201C\u201D\u201F\uFF02]/gu;

/** Letters that look like Đ and are typed for it: Icelandic Ð (what a wrong code page makes of Đ) and African Ɖ. */
const FALSE_CAPITAL_D = /[\u00D0\u0189]/gu;
// A small ð inside a word is left alone: Vietnamese has đ at the head of a syllable only, and "Guðmundur" is a name.
const FALSE_SMALL_D = /(^|[^\p{L}\p{M}])[\u00F0\u0256]/gu;

/** NFC, Ð → Đ, curly quotes → straight, invisible characters out; spaces and line ends stay as they are. */
function clean(text: string): string {
  return text
    .replace(LONE_SURROGATES, '')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(FALSE_CAPITAL_D, 'Đ')
    .replace(FALSE_SMALL_D, '$1đ')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .normalize('NFC');
}

/**
 * Puts typed or imported text of one line into the form in which it is stored: NFC, `Ð` → `Đ`, curly quotes → straight,
 * invisible characters out, runs of any white space → one space, no space at the ends. Doing it twice changes nothing.
 */
export function normalizeText(text: string): string {
  return clean(text)
    .replace(/[\s\u0085]+/gu, ' ')
    .trim();
}

/** As {@link normalizeText} for texts of several lines: line ends stay (as `\n`, at most one empty line in a row). */
export function normalizeLines(text: string): string {
  return clean(text)
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/**
 * The form in which text is searched: {@link normalizeText}, then without marks, đ → d, small letters.
 * `Dừa sáp Cầu Kè` → `dua sap cau ke`. The SQL function `vn_fold` does the same.
 */
export function fold(text: string): string {
  return stripMarks(normalizeText(text))
    .replace(/[đĐðÐ]/gu, 'd')
    .toLowerCase();
}

/** Whether a text has Vietnamese marks, so that exact-diacritic hits should come first (dừa ≠ dưa ≠ dứa). */
export function hasDiacritics(text: string): boolean {
  return /\p{M}|[đĐ]/u.test(normalizeText(text).normalize('NFD'));
}

/**
 * A text as part of an address: folded, `a–z 0–9` and single hyphens. May be empty (a text without letters or digits).
 *
 * @param longest cut after so many characters, at the end of a word where there is one
 */
export function slugify(text: string, longest = 80): string {
  const slug = fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1).lastIndexOf('-');
  return slug.slice(0, cut > 0 ? cut : longest);
}

function stripMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '');
}
