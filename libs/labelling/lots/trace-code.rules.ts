/** 29 signs nobody confuses on a printed label: no 0 O, 1 I L, S, U. A prime number of them, so that the last one can check the rest. */
const SIGNS = '23456789ABCDEFGHJKMNPQRTVWXYZ';
const LENGTH = 10;

/**
 * A new trace code: nine random signs (about 43 bits, so that a neighbour's code cannot be counted up to) and one that checks them.
 *
 * @param random gives whole numbers from 0 to below its argument, e.g. `crypto.randomInt`
 */
export function newTraceCode(random: (below: number) => number): string {
  const body = Array.from({ length: LENGTH - 1 }, () => SIGNS[random(SIGNS.length)]!).join('');
  return body + checkSign(body);
}

/** A typed or scanned trace code in its stored form; null when it cannot be one (wrong length, sign or check sign). Case, spaces and hyphens do not matter. */
export function readTraceCode(text: string): string | null {
  const code = text.replace(/[\s\-\u2010-\u2015]/gu, '').toUpperCase();
  if (code.length !== LENGTH || [...code].some((sign) => !SIGNS.includes(sign))) return null;
  return checkSign(code.slice(0, -1)) === code.at(-1) ? code : null;
}

// Weights 1…9 modulo a prime: every single wrong sign and every swap of two signs changes the sum.
function checkSign(body: string): string {
  const sum = [...body].reduce((total, sign, at) => total + (at + 1) * SIGNS.indexOf(sign), 0);
  return SIGNS[sum % SIGNS.length]!;
}
