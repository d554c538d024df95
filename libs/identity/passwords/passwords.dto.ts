import { Text } from '@choxa/platform';
import { MAX_PASSWORD, MIN_PASSWORD } from './password.rules.js';

/** A password as it is typed to prove that one knows it: its length is nobody's business. */
export const KnownPassword = () => Text({ min: 1, max: MAX_PASSWORD });

const NewPassword = () => Text({ min: MIN_PASSWORD, max: MAX_PASSWORD });

export class SetPasswordDto {
  @Text({ max: 30, description: 'The mobile number the code went to', example: '0912 345 678' })
  phone: string;

  @Text({ min: 6, max: 6, pattern: /^[0-9]{6}$/, example: '012345', description: 'Sent with purpose `password`' })
  code: string;

  @NewPassword() password: string;
}

export class ChangePasswordDto {
  @KnownPassword() current: string;
  @NewPassword() password: string;
}
