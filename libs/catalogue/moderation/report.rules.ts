import { createHash, randomInt } from 'node:crypto';
import { localDay } from '@choxa/standards';

/** What can be wrong with a product, as a shopper would say it. */
export const REPORT_CATEGORIES = ['not_as_shown', 'unsafe', 'counterfeit', 'prohibited', 'label', 'offensive', 'other'] as const;
export type ReportCategory = (typeof REPORT_CATEGORIES)[number];

/** What can be wrong with a review or a question. */
export const REMARK_REPORT_CATEGORIES = ['offensive', 'personal', 'untrue', 'advert', 'other'] as const;
export type RemarkReportCategory = (typeof REMARK_REPORT_CATEGORIES)[number];

/** All there are; `appeal` is the author's own, about a review that was hidden. */
export const ALL_REPORT_CATEGORIES = [...new Set([...REPORT_CATEGORIES, ...REMARK_REPORT_CATEGORIES, 'appeal'] as const)];
export type AnyReportCategory = (typeof ALL_REPORT_CATEGORIES)[number];

/** What came of it: the product was taken down, the household put it right, nothing wrong was found; the review was hidden, or shown again. */
export const REPORT_OUTCOMES = ['taken_down', 'corrected', 'unfounded', 'hidden', 'shown'] as const;
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number];

/** Reports from one address in an hour; and on one product, whoever sends them, so that a crowd cannot bury the officials. */
export const REPORT_LIMITS = { perSender: 5, perProduct: 30, windowMs: 3_600_000 } as const;
/** How long we know that two reports came from one address. */
export const SENDER_KEPT_MS = 86_400_000;

// Without 0 and O, 1, I and L: people copy it by hand.
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 10;

/** A code of ten signs, 49 bits of chance. */
export function newReportCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
}

/** Stands for the sender's address on one day; two days cannot be put together. */
export function senderKey(address: string, now: Date): string {
  return createHash('sha256')
    .update(`${localDay(now)} ${address}`)
    .digest('hex')
    .slice(0, 32);
}
