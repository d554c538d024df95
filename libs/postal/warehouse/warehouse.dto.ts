import { Day, Flag, Instant, Int, ListOf, OneOf, PageQuery, Text, Texts, Uuid } from '@choxa/platform';
import { PICK_STATES, type PickState } from './pick.entity.js';

/** More units than any shelf holds. */
const MOST_UNITS = 1_000_000;
const MOST_PACKED = 500;

export class ReceivedLineDto {
  @Text({ min: 1, max: 200, description: 'Code of the pack as scanned or typed' }) code: string;
  @Text({ min: 1, max: 40 }) lotCode: string;
  @Text({ min: 1, max: 200, description: 'What it is, in words' }) description: string;
  @Int({ min: 1, max: MOST_UNITS }) units: number;
  @Text({ min: 1, max: 20, description: 'Shelf' }) place: string;
  @Day({ optional: true, description: 'Last good day; absent for goods that keep' }) expiresOn?: string | null;
}

export class ReceiveGoodsDto {
  @Uuid({ description: 'One of your offices' }) office: string;
  @Text({ min: 2, max: 100 }) ownerName: string;
  @Text({ min: 8, max: 20, description: "The telephone the owner's parcels carry as their sender's" }) ownerPhone: string;
  @ListOf(() => ReceivedLineDto, { min: 1, max: 100 }) lines: ReceivedLineDto[];
}

export class StoredGoodsDto {
  @Uuid() id: string;
  @Uuid() officeId: string;
  @Text() officeName: string;
  @Text() ownerName: string;
  @Text() ownerPhone: string;
  @Text() code14: string;
  @Text() lotCode: string;
  @Text() description: string;
  @Text() place: string;
  @Day({ optional: true }) expiresOn: string | null;
  @Int({ description: 'Units that lie there' }) onHand: number;
  @Int({ description: 'Of these, taken for parcels that are being packed' }) reserved: number;
  @Instant() receivedAt: string;
}

export class StoredGoodsListDto {
  @ListOf(() => StoredGoodsDto) data: StoredGoodsDto[];
  @Text({ optional: true }) next: string | null;
}

export class GoodsReceiptDto {
  @ListOf(() => StoredGoodsDto, { description: 'The shelves as they are now' }) data: StoredGoodsDto[];
}

export class StoredGoodsQuery extends PageQuery {
  @Uuid({ optional: true, description: 'One of your offices' }) office?: string;
  @Text({ optional: true, max: 20, description: "The owner's telephone" }) owner?: string;
  @Text({ optional: true, max: 200, description: 'Code of a pack' }) code?: string;
}

export class MoveGoodsDto {
  @Text({ min: 1, max: 20 }) place: string;
  @Int({ min: 1, max: MOST_UNITS }) units: number;
}

export class GiveBackGoodsDto {
  @Int({ min: 1, max: MOST_UNITS }) units: number;
}

export class CountGoodsDto {
  @Int({ min: 0, max: MOST_UNITS, description: 'Units counted, those being packed among them' }) units: number;
  @Text({ min: 3, max: 300, description: 'Why it differs' }) reason: string;
}

export class PackedCodesDto {
  @Texts({ max: MOST_PACKED, maxLength: 200, description: 'Code of each unit put in, one entry a unit' }) codes: string[];
}

export class PickLineDto {
  @Text() place: string;
  @Text() code14: string;
  @Text() lotCode: string;
  @Text() description: string;
  @Int() units: number;
}

export class PickContentDto {
  @Text({ optional: true }) code14: string | null;
  @Text() description: string;
  @Int() quantity: number;
}

export class PickDto {
  @Text() parcelNumber: string;
  @Uuid() officeId: string;
  @Text() senderName: string;
  @Instant() announcedAt: string;
  @OneOf(PICK_STATES, { optional: true, description: 'Absent: nobody has begun' }) state: PickState | null;
  @Flag({ description: 'Its sender has withdrawn it: what was taken goes back' }) withdrawn: boolean;
  @ListOf(() => PickContentDto) contents: PickContentDto[];
  @ListOf(() => PickLineDto, { description: 'From where the units are taken, in the sequence of the shelves' }) lines: PickLineDto[];
}

export class PicksDto {
  @ListOf(() => PickDto) data: PickDto[];
  @Text({ optional: true }) next: string | null;
}

export class PicksQuery extends PageQuery {
  @Uuid({ optional: true, description: 'One of your offices' }) office?: string;
}
