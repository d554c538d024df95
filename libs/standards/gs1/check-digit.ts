import { StandardError } from '../failure/standard-error.js';

/**
 * The mod-10 check digit of GS1 numbers of any length: weights 3, 1, 3, 1 … from the right (GS1 General Specifications 7.9).
 *
 * @param body the digits without the check digit, e.g. `893850000001`
 * @returns one digit as a string, e.g. `0`
 * @throws StandardError `gs1.empty`, `gs1.characters`
 */
export function gs1CheckDigit(body: string): string {
  if (body === '') throw new StandardError('gs1.empty');
  if (!/^[0-9]+$/.test(body)) throw new StandardError('gs1.characters', body);
  let sum = 0;
  for (let i = 0; i < body.length; i += 1) sum += Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
  return String((10 - (sum % 10)) % 10);
}

/** Whether the last digit of a number is the check digit of the digits before it. Anything that is not digits answers false. */
export function hasGs1CheckDigit(number: string): boolean {
  return /^[0-9]{2,}$/.test(number) && gs1CheckDigit(number.slice(0, -1)) === number.slice(-1);
}
