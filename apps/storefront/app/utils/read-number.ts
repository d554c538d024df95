import { parseTypedVnd } from '@choxa/standards';

/** A number as people type it, with a comma or a point before the decimals; NaN for anything else. */
export function readNumber(text: string): number {
  const typed = text.trim().replace(',', '.');
  return typed ? Number(typed) : NaN;
}

/** A price as people type it, in whole đồng; 0 where it is none. */
export function readPrice(text: string): number {
  const read = parseTypedVnd(text);
  return read.ok ? Number(read.amountVnd) : 0;
}
