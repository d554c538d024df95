import { ListOf, Text, Texts, Vnd } from '@choxa/platform';

export class RemitCodDto {
  @Text({ min: 4, max: 40, pattern: /^[0-9A-Za-z-]{4,40}$/, description: 'What is written with the money: letters, digits, hyphens' })
  reference: string;
  @Texts({ max: 500, maxLength: 30, description: 'Numbers of delivered parcels of one sender' }) parcels: string[];
}

export class RemittedParcelDto {
  @Text() number: string;
  @Vnd() collectedVnd: number;
  @Vnd({ description: 'Less the postage' }) paidVnd: number;
}

export class CodRemittanceDto {
  @Text() reference: string;
  @Vnd() paidVnd: number;
  @ListOf(() => RemittedParcelDto) parcels: RemittedParcelDto[];
}
