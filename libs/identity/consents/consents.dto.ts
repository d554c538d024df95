import { Day, Flag, Instant, ListOf, Nested, OneOf, Text } from '@choxa/platform';
import { LEGAL_TEXT_KINDS, LEGAL_TEXTS, textInForce, type LegalText, type LegalTextKind } from './legal-texts.js';
import { consentsNow, type ConsentAnswer } from './own-consents.query.js';
import { CONSENT_PURPOSES, type ConsentDoor, type ConsentPurpose } from './purposes.js';

export class LegalParagraphDto {
  @Text({ max: 2000 }) text: string;
}

export class LegalSectionDto {
  @Text() heading: string;
  @ListOf(() => LegalParagraphDto) paragraphs: LegalParagraphDto[];
}

export class LegalVersionDto {
  @Text() version: string;
  @Day() validFrom: string;
  @Flag({ description: 'Whether it is the one in force today' }) inForce: boolean;
}

export class LegalTextDto {
  @OneOf(LEGAL_TEXT_KINDS) kind: LegalTextKind;
  @Text() version: string;
  @Day() validFrom: string;
  @Text() basis: string;
  @ListOf(() => LegalSectionDto) sections: LegalSectionDto[];
  @ListOf(() => LegalVersionDto, { description: 'All versions, newest first' }) versions: LegalVersionDto[];
}

export class LegalTextQuery {
  @Text({ max: 20, optional: true, description: 'The one in force today unless told' }) version?: string;
}

export class ConsentDto {
  @OneOf(CONSENT_PURPOSES) purpose: ConsentPurpose;
  @Flag({ description: 'False unless the person has said yes' }) given: boolean;
  @Instant({ optional: true }) since: string | null;
}

export class ConsentAnswerDto {
  @OneOf([...CONSENT_PURPOSES, 'terms']) purpose: ConsentPurpose | 'terms';
  @Flag() given: boolean;
  @Text() textVersion: string;
  @OneOf(['sign-in', 'account-page']) how: ConsentDoor;
  @Instant() at: string;
}

export class AcceptedTermsDto {
  @Text() version: string;
  @Instant() at: string;
}

export class ConsentsDto {
  @ListOf(() => ConsentDto) purposes: ConsentDto[];
  @Text({ description: 'The privacy notice in force: to be named when a consent is given' }) textVersion: string;
  @Nested(() => AcceptedTermsDto, { optional: true }) terms: AcceptedTermsDto | null;
  @ListOf(() => ConsentAnswerDto, { description: 'Newest first' }) history: ConsentAnswerDto[];
}

export class ChangeConsentDto {
  @Flag() given: boolean;
  @Text({ max: 20, description: 'Version of the privacy notice that was shown' }) textVersion: string;
}

/** `today`: local day. */
export function toLegalTextDto(text: LegalText, english: boolean, today: string): LegalTextDto {
  const { kind, version, validFrom, basis } = text;
  const current = textInForce(kind, today);
  return {
    kind,
    version,
    validFrom,
    basis,
    sections: (english ? text.en : text.vi).map(({ heading, paragraphs }) => ({
      heading,
      paragraphs: paragraphs.map((paragraph) => ({ text: paragraph })),
    })),
    versions: LEGAL_TEXTS.filter((one) => one.kind === kind)
      .toReversed()
      .map((one) => ({ version: one.version, validFrom: one.validFrom, inForce: one === current })),
  };
}

/** `history`: newest first; `today`: local day. */
export function toConsentsDto(history: ConsentAnswer[], today: string): ConsentsDto {
  const terms = history.find((answer) => answer.purpose === 'terms');
  return {
    purposes: consentsNow(history).map((one) => ({ ...one, since: one.since?.toISOString() ?? null })),
    textVersion: textInForce('privacy', today).version,
    terms: terms ? { version: terms.textVersion, at: terms.at.toISOString() } : null,
    history: history.map((answer) => ({ ...answer, at: answer.at.toISOString() })),
  };
}
