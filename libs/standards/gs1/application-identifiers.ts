import { hasGs1CheckDigit } from './check-digit.js';
import type { Gs1Code } from './gs1-codes.js';
import { isGs1Date } from './gs1-date.js';
import { parseGtin } from './item-number.js';

/** What an application identifier (AI) allows as its value. */
export interface AiRule {
  readonly digitsOnly: boolean;
  readonly min: number;
  readonly max: number;
  readonly check?: 'gtin' | 'date' | 'check-digit';
}

const n = (min: number, max = min, check?: AiRule['check']): AiRule => ({ digitsOnly: true, min, max, ...(check ? { check } : {}) });
const x = (max: number): AiRule => ({ digitsOnly: false, min: 1, max });

/** The AIs this platform reads and writes (GS1 General Specifications 3.2); weights (31nn–36nn) and 41n are told by their head. */
const AI_RULES: Readonly<Record<string, AiRule>> = {
  '00': n(18, 18, 'check-digit'),
  '01': n(14, 14, 'gtin'),
  '02': n(14, 14, 'gtin'),
  '10': x(20),
  '11': n(6, 6, 'date'),
  '12': n(6, 6, 'date'),
  '13': n(6, 6, 'date'),
  '15': n(6, 6, 'date'),
  '16': n(6, 6, 'date'),
  '17': n(6, 6, 'date'),
  '20': n(2),
  '21': x(20),
  '22': x(20),
  '235': x(28),
  '240': x(30),
  '241': x(30),
  '250': x(30),
  '251': x(30),
  '30': n(1, 8),
  '37': n(1, 8),
  '400': x(30),
  '401': x(30),
  '402': n(17, 17, 'check-digit'),
  '403': x(30),
  '420': x(20),
  '422': n(3),
  '424': n(3),
  '426': n(3),
  '7003': n(10),
  '8200': x(70),
  '90': x(30),
  ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [String(91 + i), x(90)])),
};

// AIs of these heads have a length every reader knows, so no separator follows them (General Specifications figure 7.8.5-2).
const PREDEFINED = /^(?:0[0-4]|1[1-9]|20|3[1-6]|41)/;

/** Character set 82: what a lot, serial or variant may be written in. */
const CHARACTER_SET_82 = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/;

/** The rule of an AI, or undefined when this platform does not know it. */
export function aiRule(ai: string): AiRule | undefined {
  if (/^3[1-6][0-9]{2}$/.test(ai)) return n(6);
  if (/^41[0-7]$/.test(ai)) return n(13, 13, 'check-digit');
  return Object.hasOwn(AI_RULES, ai) ? AI_RULES[ai] : undefined;
}

/** Whether readers know the length of an AI's value without a separator after it. */
export function hasPredefinedLength(ai: string): boolean {
  return PREDEFINED.test(ai);
}

/** The code of the first rule a value breaks under an AI; undefined when it keeps them all. Internal numbers never pass as 01 or 02. */
export function aiFault(ai: string, value: string): Gs1Code | undefined {
  const rule = aiRule(ai);
  if (rule === undefined) return 'gs1.ai';
  if (typeof value !== 'string' || value.length < rule.min || value.length > rule.max) return 'gs1.value';
  if (!(rule.digitsOnly ? /^[0-9]+$/ : CHARACTER_SET_82).test(value)) return 'gs1.value';
  if (rule.check === 'date') return isGs1Date(value) ? undefined : 'gs1.date';
  if (rule.check === 'check-digit') return hasGs1CheckDigit(value) ? undefined : 'gs1.check-digit';
  if (rule.check !== 'gtin') return undefined;
  const item = parseGtin(value);
  return item.ok ? undefined : item.code;
}
