import { Instant, ListOf, Text, Texts, Uuid, Vnd } from '@choxa/platform';

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

export class CodToPayQuery {
  @Uuid({ optional: true, description: 'One of your offices' }) office?: string;
}

export class ParcelToPayDto {
  @Text() number: string;
  @Vnd() collectedVnd: number;
  @Vnd({ description: 'Less the postage' }) payVnd: number;
  @Instant() collectedAt: string;
}

export class SenderToPayDto {
  @Text() senderName: string;
  @Text() senderPhone: string;
  @ListOf(() => ParcelToPayDto) parcels: ParcelToPayDto[];
}

export class CodToPayDto {
  @ListOf(() => SenderToPayDto) data: SenderToPayDto[];
  @Text({ optional: true }) next: string | null;
}
