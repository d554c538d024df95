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
  const read = parsePhone(phone);
  if (read.ok) return read.e164;
  throw platformProblem('request.invalid', {
    errors: [{ pointer: '/phone', code: read.code, detail: standardMessage(read.code, 'vi') }],
  });
}
