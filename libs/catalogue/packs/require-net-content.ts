import { problem } from '../catalogue.problems.js';
import { isNetContent } from './net-content.rules.js';

/** Throws `pack.net-content`, pointing at the field, for a value finer than we keep. */
export function requireNetContent(value: number, pointer: string): void {
  if (isNetContent(value)) return;
  const detail = 'Lớn hơn 0, tối đa 3 chữ số thập phân / more than 0, at most 3 decimals';
  throw problem('pack.net-content', { errors: [{ pointer, code: 'pack.net-content', detail }] });
}
