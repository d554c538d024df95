import { Flag, Instant, Int, ListOf, Nested, OneOf, Text, Uuid, Vnd } from '@choxa/platform';
import { COUNT_KINDS, COUNT_STATES, type CountKind, type CountState } from './cash-count.entity.js';
import { ShortageDto } from './shortage.dto.js';

/** More than any office collects in a day. */
const MOST_VND = 100_000_000_000;

export class NotesDto {
  @Int({ min: 100, max: 1_000_000, description: 'What one of them is worth, đồng' }) valueVnd: number;
  @Int({ min: 1, max: 100_000 }) pieces: number;
}

export class CountCashDto {
  @Uuid({ description: 'One of your offices' }) office: string;
  @OneOf(COUNT_KINDS, { description: 'shift: all you hold, at the end of the shift; part: some of it' }) kind: CountKind;
  @Vnd({ max: MOST_VND, description: 'As you counted it, whole đồng' }) countedVnd: number;
  @ListOf(() => NotesDto, { optional: true, max: 15, description: 'By value, for the slip; together what was counted' }) notes?: NotesDto[];
}

export class ConfirmCountDto {
  @Vnd({ max: MOST_VND, description: 'As you counted it, whole đồng' }) countedVnd: number;
  @Text({ max: 300, optional: true, description: 'Why it differs from the books; needed at the end of a shift when it does' })
  reason?: string;
}

export class DepositCashDto {
  @Uuid({ description: 'One of your offices' }) office: string;
  @Vnd({ min: 1, max: MOST_VND }) amountVnd: number;
  @Text({ min: 1, max: 60, description: "Number of the bank's slip" }) reference: string;
}

export class CashRecordDto {
  @Uuid() id: string;
}

export class CashQuery {
  @Uuid({ description: 'One of your offices' }) office: string;
}

export class CashCountDto {
  @Uuid() id: string;
  @Text() holderName: string;
  @OneOf(COUNT_KINDS) kind: CountKind;
  @OneOf(COUNT_STATES) state: CountState;
  @Vnd() countedVnd: number;
  @Instant() countedAt: string;
  @Vnd({ min: -MOST_VND, optional: true, description: 'What the books said, once confirmed' }) heldVnd: number | null;
  @Vnd({ min: -MOST_VND, optional: true, description: 'Counted less held; null where nothing differs' }) differenceVnd: number | null;
  @Text({ optional: true, max: 300 }) reason: string | null;
  @Text({ optional: true, description: 'Who confirmed it or took it back' }) closedByName: string | null;
  @Instant({ optional: true }) closedAt: string | null;
  @Flag({ description: 'You counted it' }) own: boolean;
}

export class CollectedParcelDto {
  @Text() number: string;
  @Vnd() amountVnd: number;
  @Instant() collectedAt: string;
}

export class CashHeldDto {
  @Vnd({ min: -MOST_VND }) heldVnd: number;
  @Vnd({ optional: true, description: 'How much may be held; null: no limit' }) limitVnd: number | null;
}

export class OwnCashDto extends CashHeldDto {
  @ListOf(() => CollectedParcelDto, { description: 'Collected since the last full count, newest first; at most 200' })
  parcels: CollectedParcelDto[];
  @Nested(() => CashCountDto, { optional: true, description: 'Waits for the cashier' }) waiting: CashCountDto | null;
}

export class CourierCashDto {
  @Text({ description: 'Empty where it is not known' }) holderName: string;
  @Vnd({ min: -MOST_VND }) heldVnd: number;
}

/** Cash of an office as a person there sees it: one's own; for clerks the drawer, who holds what, and what waits to be counted. */
export class CashDeskDto {
  @Nested(() => OwnCashDto) own: OwnCashDto;
  @Nested(() => CashHeldDto, { optional: true, description: 'The drawer, for clerks; its limit covers the couriers too' })
  drawer: CashHeldDto | null;
  @ListOf(() => CourierCashDto, { description: 'For clerks' }) couriers: CourierCashDto[];
  @ListOf(() => CashCountDto, { description: 'For clerks: to be counted again' }) waiting: CashCountDto[];
  @ListOf(() => ShortageDto, { description: 'Still owed of what was missing: for clerks of the office, else your own' })
  shortages: ShortageDto[];
  @ListOf(() => CashCountDto, { description: 'The last ones: for clerks of the office, else your own' }) recent: CashCountDto[];
}
