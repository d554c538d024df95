import { randomInt } from 'node:crypto';
import { policiesOf, type Grant } from '@choxa/platform';
import { newToken } from '../sessions/session.rules.js';

export const MAX_KEYS = 20;
export const MAX_KEY_DAYS = 366;

const PREFIX_LETTERS = 'abcdefghjkmnpqrstvwxyz23456789';
/** What a person must do in person: who may sign in, and with what; keys; for whom somebody acts. */
const IN_PERSON = /^(me\.write|(session|account|api-key|delegation)\..*)$/;

/** A new key, `cxk_` + eight letters by which its owner knows it again + 256 random bits. */
export function newApiKey(): { key: string; prefix: string } {
  const prefix = `cxk_${Array.from({ length: 8 }, () => PREFIX_LETTERS[randomInt(PREFIX_LETTERS.length)]).join('')}`;
  return { key: `${prefix}_${newToken()}`, prefix };
}

/** The policies that a key with these grants may be given. */
export function policiesForKey(grants: readonly Grant[]): string[] {
  return policiesOf(['shopper', ...grants.map(({ role }) => role)]).filter((name) => !IN_PERSON.test(name));
}
