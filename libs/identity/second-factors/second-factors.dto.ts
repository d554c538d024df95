import { Instant, Text, Texts } from '@choxa/platform';
import { KnownPassword } from '../passwords/passwords.dto.js';

export class PasswordAgainDto {
  @KnownPassword() password: string;
}

export class SecondFactorOfferDto {
  @Text({ description: 'Base32, for those who cannot scan' }) secret: string;
  @Text({ max: 500, description: 'otpauth://…' }) uri: string;
  @Text({ max: 100_000, description: 'The same as a QR, SVG' }) qrSvg: string;
  @Instant() expiresAt: string;
}

export class ConfirmSecondFactorDto {
  @Text({ min: 6, max: 10, pattern: /^[0-9 ]+$/, example: '012345' }) code: string;
}

export class RecoveryCodesDto {
  @Texts({ description: 'Shown this once' }) recoveryCodes: string[];
}
