import { platformProblem } from '@choxa/platform';
import { parseContactPhone, standardMessage } from '@choxa/standards';

/** The E.164 form of a phone as people type it. Throws `request.invalid` naming field `phone`. */
export function contactPhone(text: string): string {
  const read = parseContactPhone(text);
  if (read.ok) return read.e164;
  throw platformProblem('request.invalid', { errors: [{ pointer: '/phone', code: read.code, detail: standardMessage(read.code) }] });
}
