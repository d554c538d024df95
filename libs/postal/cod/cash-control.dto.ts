import { Day, Flag, Instant, ListOf, OneOf, Text, Texts, Uuid, Vnd } from '@choxa/platform';
import { DRAWER_KINDS, type DrawerKind } from './cash-drawer.entity.js';

/** Balances may lie below zero. */
const LOWEST = -1_000_000_000_000_000;

export class StandingQuery {
  @Uuid({ optional: true, description: 'One of your offices; all of them when absent' }) office?: string;
}

export class ReconciliationQuery extends StandingQuery {
  @Day({ optional: true, description: 'Today when absent' }) day?: string;
}

/** opening + collected + received + counter + repaid + overage = closing + handed over + deposited + shortage + undone. */
export class DrawerDayDto {
  @Uuid() officeId: string;
  @Text() officeName: string;
  @Uuid() holderId: string;
  @Text({ description: 'Empty for an office' }) holderName: string;
  @OneOf(DRAWER_KINDS) kind: DrawerKind;
  @Vnd({ min: LOWEST }) openingVnd: number;
  @Vnd() collectedVnd: number;
  @Vnd({ description: 'Collections that were a mistake' }) undoneVnd: number;
  @Vnd({ description: 'By an office, from its couriers' }) receivedVnd: number;
  @Vnd({ description: 'Postage and fees paid at the counter' }) counterVnd: number;
  @Vnd({ description: 'Shortages made good in cash' }) repaidVnd: number;
  @Vnd({ description: 'By a courier, to the office' }) handedOverVnd: number;
  @Vnd({ description: 'In the bank' }) depositedVnd: number;
  @Vnd() shortageVnd: number;
  @Vnd() overageVnd: number;
  @Vnd({ min: LOWEST }) closingVnd: number;
  @Flag({ description: 'To the đồng' }) even: boolean;
}

/** From the beginning until the end of the day: collected + counter + overage = held + bank + remitted + shortage. */
export class OperatorCashDto {
  @Text() operatorName: string;
  @Vnd() collectedVnd: number;
  @Vnd({ description: 'Postage and fees paid at counters' }) counterVnd: number;
  @Vnd({ min: LOWEST, description: 'By couriers and offices' }) heldVnd: number;
  @Vnd({ min: LOWEST, description: 'Deposited, less what was remitted; below zero while paid in advance' }) bankVnd: number;
  @Vnd({ description: 'Paid out or earned as postage' }) remittedVnd: number;
  @Vnd() shortageVnd: number;
  @Vnd() overageVnd: number;
}

export class ReconciliationDto {
  @Day() day: string;
  @ListOf(() => DrawerDayDto) drawers: DrawerDayDto[];
  @ListOf(() => OperatorCashDto, { description: 'For managers' }) operators: OperatorCashDto[];
}

export class AgedCashDto {
  @Text() officeName: string;
  @Text({ description: 'Empty for an office' }) holderName: string;
  @OneOf(DRAWER_KINDS) kind: DrawerKind;
  @Vnd({ min: LOWEST }) heldVnd: number;
  @Vnd() days0to1: number;
  @Vnd() days2to3: number;
  @Vnd() days4to7: number;
  @Vnd() older: number;
}

/** A hand-over at which later money covered what an earlier one had left open. */
export class LapDto {
  @Text() officeName: string;
  @Text() holderName: string;
  @Instant() handedOverAt: string;
  @Texts({ description: 'Parcels covered only now' }) covered: string[];
  @Texts({ description: 'Later parcels left open instead' }) left: string[];
  @Vnd() amountVnd: number;
}

export class CashStandingDto {
  @ListOf(() => AgedCashDto) ageing: AgedCashDto[];
  @ListOf(() => LapDto) laps: LapDto[];
}
