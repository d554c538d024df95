import { createHash } from 'node:crypto';
import { PRIVACY_1 } from './texts/privacy-1.js';
import { TERMS_1 } from './texts/terms-1.js';

export const LEGAL_TEXT_KINDS = ['terms', 'privacy'] as const;
export type LegalTextKind = (typeof LEGAL_TEXT_KINDS)[number];

export interface LegalSection {
  heading: string;
  paragraphs: readonly string[];
}

/** A text people accept or consent under. Once in force a version is never edited: a change of words is a new version with a later day. */
export interface LegalText {
  kind: LegalTextKind;
  version: string;
  /** First local day on which it holds, `YYYY-MM-DD`; until the next version's. */
  validFrom: string;
  /** The law it answers. */
  basis: string;
  vi: readonly LegalSection[];
  en: readonly LegalSection[];
}

/** All versions ever in force, oldest first within their kind. */
export const LEGAL_TEXTS: readonly LegalText[] = [TERMS_1, PRIVACY_1];

/** The version of a kind in force on a local day; before the first one, the first. */
export function textInForce(kind: LegalTextKind, day: string, texts: readonly LegalText[] = LEGAL_TEXTS): LegalText {
  const versions = texts.filter((text) => text.kind === kind);
  return versions.findLast((text) => text.validFrom <= day) ?? versions[0]!;
}

/** SHA-256 of what a text says in both languages, hex: what a consent is evidence of. */
export function hashOfText({ vi, en }: LegalText): string {
  return createHash('sha256')
    .update(JSON.stringify([vi, en]))
    .digest('hex');
}
