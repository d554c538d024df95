import { createHash, randomInt } from 'node:crypto';

/** What anybody may ask a code for. */
export const CODE_PURPOSES = ['sign-in', 'password'] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];

/** What a code works for: one of those, one delegation (by id), or one clerk (by account) registering the phone's household. */
export type CodeUse = CodePurpose | `delegation ${string}` | `counter ${string}` | PayoutUse | CheckoutUse | OrderUse;

/** A change of where a household's money goes, by its id. */
export type PayoutUse = `payout ${string}`;

/** The recipient's phone while checking out of a cart, by its id. */
export type CheckoutUse = `checkout ${string}`;

/** Looking up one order without an account, by its number. */
export type OrderUse = `order ${string}`;

export const CODE_LIFE_MS = 5 * 60_000;
export const MAX_TRIES = 5;

/** How many codes go to one phone within how long. */
export interface SendLimit {
  count: number;
  withinMs: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const SEND_LIMITS: readonly SendLimit[] = [
  { count: 5, withinMs: 15 * MINUTE },
  { count: 20, withinMs: DAY },
];

/** The demo's phones are shared by everybody who looks at the demo, and nothing is sent to a telephone. */
export const SHARED_PHONE_LIMITS: readonly SendLimit[] = [{ count: 2_000, withinMs: DAY }];

/** Codes older than this count for nothing any more and are removed. */
export const KEEP_CODES_MS = 2 * DAY;

/** Six digits, each code equally likely. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** As the UPDATE that checks a guess computes it. */
export function hashCode(salt: string, code: string): string {
  return createHash('sha256')
    .update(salt + code)
    .digest('hex');
}

/**
 * Milliseconds until another code may be sent; 0 when it may be sent now.
 *
 * @param sentAt when the earlier codes to this phone were sent, in any order
 */
export function waitBeforeSending(sentAt: readonly Date[], now: Date, limits: readonly SendLimit[]): number {
  const newestFirst = sentAt.map((date) => date.getTime()).sort((a, b) => b - a);
  const waits = limits.map(({ count, withinMs }) => {
    const oldestThatCounts = newestFirst[count - 1];
    return oldestThatCounts === undefined ? 0 : oldestThatCounts + withinMs - now.getTime();
  });
  return Math.max(0, ...waits);
}

/** The thousand numbers among which a phone (E.164) lies: whoever earns by messages sent asks for codes to many numbers of few blocks. */
export function blockOf(phone: string): string {
  return phone.slice(0, -3);
}

const MEANINGS: Record<CodePurpose, string> = { 'sign-in': 'mã đăng nhập', password: 'mã đặt mật khẩu' };

/** The message with a code: Vietnamese, then English, at most 160 characters, the code first in it. */
export function codeMessage(code: string, purpose: CodePurpose): string {
  return `${code} là ${MEANINGS[purpose]} Chợ Xã, dùng trong 5 phút. Đừng đưa mã cho ai. / ${code} is your Cho Xa code, valid 5 minutes. Share it with nobody.`;
}
