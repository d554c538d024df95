import { Instant, Text } from '@choxa/platform';
import { KnownPassword } from '../passwords/passwords.dto.js';

export class BeginStaffSignInDto {
  @Text({ max: 30, example: '0912 345 678' }) phone: string;
  @KnownPassword() password: string;
}

export class HalfSignInDto {
  @Text({ description: 'To be sent back with the second factor' }) token: string;
  @Instant() expiresAt: string;
}

export class CompleteStaffSignInDto {
  @Text({ min: 1, max: 100 }) token: string;

  @Text({ min: 1, max: 30, example: '012345', description: 'Six digits of the authenticator, or a recovery code' })
  code: string;
}
