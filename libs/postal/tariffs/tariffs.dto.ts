import { Day, Flag, Int, ListOf, OneOf, Text, Uuid, Vnd } from '@choxa/platform';
import { ZONES, type Zone } from './norm.entity.js';
import { SURCHARGE_KINDS, type SurchargeKind } from './surcharge.entity.js';

export class TariffDto {
  @Uuid() id: string;
  @OneOf(ZONES) zone: Zone;
  @Int({ description: 'Heaviest parcel of the step' }) upToGrams: number;
  @Vnd() priceVnd: number;
  @Vnd({ description: 'Whole đồng, at least, for collecting cash' }) codFeeVnd: number;
  @Int({ description: 'Hundredths of a percent of the cash' }) codRateBp: number;
  @Int({ description: 'So many cubic centimetres are charged as a kilogram' }) cm3PerKg: number;
  @Day() validFrom: string;
  @Day({ optional: true, description: 'First day on which it no longer holds' }) validTo: string | null;
  @Text() basis: string;
}

export class SurchargeDto {
  @Uuid() id: string;
  @OneOf(SURCHARGE_KINDS) kind: SurchargeKind;
  @Int({ description: 'Hundredths of a percent of the declared value' }) rateBp: number;
  @Vnd() minimumVnd: number;
  @Day() validFrom: string;
  @Day({ optional: true }) validTo: string | null;
  @Text() basis: string;
}

export class TariffsDto {
  @ListOf(() => TariffDto) tariffs: TariffDto[];
  @ListOf(() => SurchargeDto) surcharges: SurchargeDto[];
}

export class TariffsQuery {
  @Uuid({ optional: true, description: 'The only operator of the caller unless told' }) operator?: string;
  @Flag({ optional: true, description: 'true: those that ended, too' }) past?: boolean;
}

export class NormDto {
  @Text() fromProvince: string;
  @Text() toProvince: string;
  @OneOf(ZONES) zone: Zone;
  @Int() hours: number;
  @Day() validFrom: string;
  @Day({ optional: true }) validTo: string | null;
  @Text() basis: string;
}

export class NormsDto {
  @ListOf(() => NormDto) data: NormDto[];
}

export class NormsQuery {
  @Uuid({ optional: true, description: 'The only operator of the caller unless told' }) operator?: string;
  @Text({ pattern: /^\d{2}$/, description: 'Two-digit code' }) from: string;
}

export class EnterTariffDto {
  @Uuid({ optional: true, description: 'The only operator of the caller unless told' }) operatorId?: string;
  @OneOf(ZONES) zone: Zone;
  @Int({ min: 1, max: 100_000 }) upToGrams: number;
  @Vnd({ max: 100_000_000 }) priceVnd: number;
  @Vnd({ max: 100_000_000 }) codFeeVnd: number;
  @Int({ max: 10_000, description: 'Hundredths of a percent of the cash' }) codRateBp: number;
  @Int({ min: 1_000, max: 100_000 }) cm3PerKg: number;
  @Day() validFrom: string;
  @Text({ min: 3, max: 200, description: 'The decision it rests on' }) basis: string;
}

export class EnterSurchargeDto {
  @Uuid({ optional: true }) operatorId?: string;
  @OneOf(SURCHARGE_KINDS) kind: SurchargeKind;
  @Int({ max: 10_000, description: 'Hundredths of a percent of the declared value' }) rateBp: number;
  @Vnd({ max: 100_000_000 }) minimumVnd: number;
  @Day() validFrom: string;
  @Text({ min: 3, max: 200 }) basis: string;
}

export class EnterNormDto {
  @Uuid({ optional: true }) operatorId?: string;
  @Text({ pattern: /^\d{2}$/ }) fromProvince: string;
  @Text({ pattern: /^\d{2}$/ }) toProvince: string;
  @OneOf(ZONES) zone: Zone;
  @Int({ min: 1, max: 720 }) hours: number;
  @Day() validFrom: string;
  @Text({ min: 3, max: 200 }) basis: string;
}
