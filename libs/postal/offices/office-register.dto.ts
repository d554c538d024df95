import { Day, Decimal, Flag, Int, ListOf, OneOf, PageQuery, Text, Texts, Uuid } from '@choxa/platform';
import type { OfficeSheetReport } from './import-offices.js';
import { OFFICE_COLUMN_CODES, OFFICE_COLUMNS, type OfficeColumnCode } from './office-columns.js';
import { OFFICE_FAULTS, type OfficeRow } from './office-row.rules.js';
import { OFFICE_KINDS, type OfficeKind } from './office.entity.js';

export class OperatorQuery {
  @Uuid({ optional: true, description: 'The only operator of the caller unless told' }) operator?: string;
}

export class OfficeRegisterQuery extends PageQuery {
  @Text({ optional: true, pattern: /^\d{2}$/, description: 'Two-digit code' }) province?: string;
  @OneOf(OFFICE_KINDS, { optional: true }) kind?: OfficeKind;
  @Text({ optional: true, max: 80, description: 'Part of code, name or commune' }) q?: string;
}

export class RegisteredOfficeDto {
  @Uuid() id: string;
  @Text() code: string;
  @Text() name: string;
  @OneOf(OFFICE_KINDS) kind: OfficeKind;
  @Text() communeCode: string;
  @Text() communeName: string;
  @Text() provinceCode: string;
  @Text() provinceName: string;
  @Text({ optional: true }) postcode: string | null;
  @Flag() staffed: boolean;
  @Flag() internet: boolean;
  @Flag({ description: 'Able to serve public services' }) publicService: boolean;
  @Decimal({ min: -90, max: 90, optional: true }) latitude: number | null;
  @Decimal({ min: -180, max: 180, optional: true }) longitude: number | null;
  @Texts({ description: 'Monday to Sunday, or none' }) openingHours: string[];
  @Day() validFrom: string;
  @Day({ optional: true, description: 'First day on which it is no longer open' }) validTo: string | null;
}

export class RegisteredOfficesDto {
  @ListOf(() => RegisteredOfficeDto) data: RegisteredOfficeDto[];
  @Text({ optional: true }) next: string | null;
}

/** Everything but the code, which an office keeps. */
export class OfficeFieldsDto {
  @Uuid({ optional: true, description: 'The only operator of the caller unless told' }) operatorId?: string;
  @Text({ max: 200 }) name: string;
  @OneOf(OFFICE_KINDS) kind: OfficeKind;
  @Text({ max: 10, description: 'Five digits' }) communeCode: string;
  @Text({ optional: true, max: 10 }) postcode?: string | null;
  @Flag() staffed: boolean;
  @Flag() internet: boolean;
  @Flag({ description: 'Able to serve public services' }) publicService: boolean;
  @Decimal({ min: -90, max: 90, optional: true }) latitude?: number | null;
  @Decimal({ min: -180, max: 180, optional: true }) longitude?: number | null;
  @Texts({ max: 7, maxLength: 60, description: 'Monday to Sunday, or none' }) openingHours: string[];
  @Day({ optional: true, description: 'Today unless told' }) validFrom?: string | null;
  @Day({ optional: true, description: 'First day on which it is no longer open' }) validTo?: string | null;
}

export class NewOfficeDto extends OfficeFieldsDto {
  @Text({ max: 40, description: '2–20 capitals, digits, hyphens' }) code: string;
}

export function toOfficeRow(code: string, given: OfficeFieldsDto): OfficeRow {
  const { name, kind, communeCode, staffed, internet, publicService, openingHours } = given;
  const { postcode = null, latitude = null, longitude = null, validFrom = null, validTo = null } = given;
  return {
    code,
    name,
    kind,
    communeCode,
    staffed,
    internet,
    publicService,
    openingHours,
    postcode,
    latitude,
    longitude,
    validFrom,
    validTo,
  };
}

export class UncoveredCommuneDto {
  @Text() code: string;
  @Text() name: string;
}

export class CoverageDto {
  @Text() provinceCode: string;
  @Text() provinceName: string;
  @Int() communes: number;
  @Int({ description: 'Communes with a staffed office' }) staffed: number;
  @Int() internet: number;
  @Int() publicService: number;
  @ListOf(() => UncoveredCommuneDto, { description: 'Communes without a staffed office' }) without: UncoveredCommuneDto[];
}

export class CoveragesDto {
  @ListOf(() => CoverageDto) data: CoverageDto[];
}

export class SendOfficesQuery extends OperatorQuery {
  @Flag({ optional: true, description: 'true: bring it in; else only look at it' }) write?: boolean;
}

export class OfficeSheetFaultDto {
  @Int({ description: 'As a spreadsheet counts: the header is row 1' }) row: number;
  @OneOf(OFFICE_COLUMN_CODES) column: OfficeColumnCode;
  @Text() columnVi: string;
  @Text() columnEn: string;
  @Text({ max: 400, description: 'As it stood in the file' }) text: string;
  @Text() code: string;
  @Text() vi: string;
  @Text() en: string;
}

export class OfficeSheetDto {
  @Int() rows: number;
  @Int() created: number;
  @Int() changed: number;
  @Int({ description: 'Rows that change nothing' }) same: number;
  @Flag() written: boolean;
  @Int() faultCount: number;
  @ListOf(() => OfficeSheetFaultDto, { description: 'The first 500' }) faults: OfficeSheetFaultDto[];
}

const SHOWN_FAULTS = 500;

export function toOfficeSheetDto({ rows, created, changed, same, written, faults }: OfficeSheetReport): OfficeSheetDto {
  return {
    rows,
    created,
    changed,
    same,
    written,
    faultCount: faults.length,
    faults: faults.slice(0, SHOWN_FAULTS).map(({ row, column, code, text }) => ({
      row,
      column,
      columnVi: OFFICE_COLUMNS[column].vi,
      columnEn: OFFICE_COLUMNS[column].en,
      text,
      code,
      ...OFFICE_FAULTS[code],
    })),
  };
}
