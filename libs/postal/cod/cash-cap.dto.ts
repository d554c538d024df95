import { Day, Flag, ListOf, OneOf, Text, Uuid, Vnd } from '@choxa/platform';
import { DRAWER_KINDS, type DrawerKind } from './cash-drawer.entity.js';

/** For one office, for one person, or for all of the operator that have no row of their own. */
export class NewCashCapDto {
  @Uuid({ optional: true, description: 'Where one manages several operators' }) operator?: string;
  @Text({ optional: true, min: 1, max: 60, description: 'Id or code of an office' }) office?: string;
  @Uuid({ optional: true, description: 'A person who has held cash; only for couriers, not with an office' }) holder?: string;
  @OneOf(DRAWER_KINDS, { description: 'office: the drawer with all couriers' }) kind: DrawerKind;
  @Vnd({ max: 100_000_000_000 }) limitVnd: number;
  @Day({ description: 'Today or later' }) validFrom: string;
  @Text({ min: 3, max: 300, description: 'The decision it rests on' }) basis: string;
}

export class CashCapDto {
  @Uuid() id: string;
  @Text() operatorName: string;
  @Text({ optional: true, description: 'Absent: all offices' }) officeName: string | null;
  @Flag({ description: 'Of one person' }) ofPerson: boolean;
  @Text({ optional: true }) holderName: string | null;
  @OneOf(DRAWER_KINDS) kind: DrawerKind;
  @Vnd() limitVnd: number;
  @Day() validFrom: string;
  @Day({ optional: true }) validTo: string | null;
  @Text({ max: 300 }) basis: string;
  @Flag({ description: 'It holds today' }) inForce: boolean;
}

export class CashHolderDto {
  @Uuid() holderId: string;
  @Text() holderName: string;
  @Text({ max: 1000 }) officeNames: string;
}

export class CashCapsDto {
  @ListOf(() => CashCapDto) data: CashCapDto[];
  @ListOf(() => CashHolderDto, { description: 'People who have held cash' }) holders: CashHolderDto[];
  @Text({ optional: true }) next: string | null;
}
