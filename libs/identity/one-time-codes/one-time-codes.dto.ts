import { Instant, OneOf, platformProblem, Text } from '@choxa/platform';
import { parsePhone, standardMessage } from '@choxa/standards';
import { CODE_PURPOSES, type CodePurpose } from './code.rules.js';

export class RequestCodeDto {
  @Text({ max: 30, description: 'A Vietnamese mobile number as people type it', example: '0912 345 678' })
  phone: string;

  @OneOf(CODE_PURPOSES, { optional: true })
  purpose?: CodePurpose;
}

export class CodeSentDto {
  @Instant() expiresAt: string;
}

/** The E.164 form of the mobile number in field `phone`. Throws `request.invalid` with the broken rule. */
export function mobileIn({ phone }: { phone: string }): string {
  return mobileAt('/phone', phone);
}

/** The E.164 form of the mobile number in the field at `pointer`. Throws `request.invalid` with the broken rule. */
export function mobileAt(pointer: string, phone: string): string {
  const read = parsePhone(phone);
  if (read.ok) return read.e164;
  throw platformProblem('request.invalid', { errors: [{ pointer, code: read.code, detail: standardMessage(read.code, 'vi') }] });
}
