import { Text } from '@choxa/platform';

export class SignInDto {
  @Text({ max: 30, description: 'The mobile number the code went to', example: '0912 345 678' })
  phone: string;

  @Text({ min: 6, max: 6, pattern: /^[0-9]{6}$/, example: '012345' })
  code: string;

  @Text({ max: 100, optional: true, description: 'Taken where the account has no name yet' })
  name?: string;
}
