import { Instant, Int, ListOf, Nested, OneOf, Text } from '@choxa/platform';

export class OpenFileDto {
  @Text({ example: '2026-Q3.csv', description: 'Below `/open-data/figures/`' }) name: string;
  @OneOf(['csv', 'json']) format: 'csv' | 'json';
  @Int({ description: 'Bytes' }) size: number;
  @Text({ max: 64, description: 'Of the file, hex' }) sha256: string;
  @Text({ max: 200, description: 'Ed25519 over the file, base64' }) signature: string;
  @Text({ max: 64, description: 'Which of the keys of `/signing-keys` signed' }) keyId: string;
}

export class OpenPeriodDto {
  @Text({ example: '2026-Q3' }) period: string;
  @Int() version: number;
  @Instant() closedAt: string;
  @Text({ max: 2000, optional: true, description: 'Why it was corrected; null for the first version' }) reason: string | null;
  @ListOf(() => OpenFileDto) files: OpenFileDto[];
}

export class LicenceDto {
  @Text() id: string;
  @Text() url: string;
  @Text() attribution: string;
}

export class OpenFieldDto {
  @Text() name: string;
  @Text({ max: 500 }) vi: string;
  @Text({ max: 500 }) en: string;
}

export class OpenMethodDto {
  @Int() number: number;
  @Text({ max: 300 }) titleVi: string;
  @Text({ max: 300 }) titleEn: string;
  @Text() version: string;
  @Text() basis: string;
  @Text({ max: 500 }) formula: string;
  @Text({ max: 2000 }) textVi: string;
  @Text({ max: 2000 }) textEn: string;
}

/** Everything that is published, and how to read it. */
export class OpenDataDto {
  @Nested(() => LicenceDto) licence: LicenceDto;
  @ListOf(() => OpenFieldDto) fields: OpenFieldDto[];
  @ListOf(() => OpenMethodDto) methods: OpenMethodDto[];
  @ListOf(() => OpenPeriodDto) periods: OpenPeriodDto[];
}
