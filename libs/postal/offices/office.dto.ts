import { ListOf, OneOf, Text, Uuid } from '@choxa/platform';
import type { StaffOffice } from './offices.query.js';
import { OFFICE_KINDS, type OfficeKind } from './office.entity.js';

export class OfficeDto {
  @Uuid() id: string;
  @Text() code: string;
  @Text() name: string;
  @OneOf(OFFICE_KINDS) kind: OfficeKind;
  @Text() operatorCode: string;
  @Text() operatorName: string;
  @Text() communeCode: string;
  @Text() communeName: string;
  @Text() provinceCode: string;
  @Text() provinceName: string;
  @Text({ optional: true }) postcode: string | null;
}

export class OfficesDto {
  @ListOf(() => OfficeDto) data: OfficeDto[];
  @Text({ optional: true }) next: string | null;
}

export function toOfficeDto(office: StaffOffice): OfficeDto {
  return {
    id: office.id,
    code: office.code,
    name: office.name,
    kind: office.kind,
    operatorCode: office.operatorCode,
    operatorName: office.operatorName,
    communeCode: office.communeCode,
    communeName: office.communeName,
    provinceCode: office.provinceCode,
    provinceName: office.provinceName,
    postcode: office.postcode,
  };
}
