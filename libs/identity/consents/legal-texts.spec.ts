import { hashOfText, LEGAL_TEXT_KINDS, LEGAL_TEXTS, textInForce, type LegalText } from './legal-texts.js';

describe('legal texts', () => {
  it('say the same number of things in both languages', () => {
    for (const { vi, en } of LEGAL_TEXTS)
      expect(vi.map((section) => section.paragraphs.length)).toEqual(en.map((section) => section.paragraphs.length));
  });

  it('change over on their first day', () => {
    const version = (name: string, validFrom: string): LegalText => ({ ...LEGAL_TEXTS[0]!, kind: 'terms', version: name, validFrom });
    const texts = [version('a', '2026-01-01'), version('b', '2026-07-01')];
    const on = (day: string) => textInForce('terms', day, texts).version;
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map(on)).toEqual(['a', 'a', 'a', 'b']);
  });

  it('stand in the sequence of their days, each version once', () => {
    for (const kind of LEGAL_TEXT_KINDS) {
      const versions = LEGAL_TEXTS.filter((text) => text.kind === kind);
      expect(versions.map((text) => text.validFrom)).toEqual(versions.map((text) => text.validFrom).toSorted());
      expect(new Set(versions.map((text) => text.version)).size).toBe(versions.length);
    }
  });

  // A text people have accepted is evidence. A failure here means: put the old words back and add a version.
  it('keep every word of a version that was in force', () => {
    expect(LEGAL_TEXTS.map((text) => [text.kind, text.version, hashOfText(text).slice(0, 16)])).toEqual([
      ['terms', '2026-01', 'c2647cd8b945ff82'],
      ['privacy', '2026-01', '2940f33006e479fb'],
    ]);
  });
});
