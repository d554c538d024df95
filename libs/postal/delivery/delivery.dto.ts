import {
  DELIVERY_PLACE_CODES,
  NEXT_ACTION_CODES,
  NON_DELIVERY_REASON_CODES,
  type DeliveryPlace,
  type NextAction,
  type NonDeliveryReason,
} from '@choxa/standards';
import { Decimal, Flag, Instant, Int, ListOf, OneOf, Text, Uuid, Vnd } from '@choxa/platform';
import { FAULTS, type Fault } from './failure-reason.entity.js';
import { PICTURE_KINDS, type PictureKind } from './proof-picture.entity.js';
import { PROOF_KINDS, type ProofKind } from './proof.entity.js';

export class LineTakenDto {
  @Int({ min: 1, max: 1_000, description: "The line's number in the parcel's contents" }) line: number;
  @Int({ max: 1_000_000 }) quantity: number;
}

export class DeliveryDto {
  @OneOf(PROOF_KINDS, { optional: true, description: 'What shows that it happened; code when absent' }) proof?: ProofKind;
  @Text({ min: 1, max: 20, optional: true, description: 'Code the recipient got by message' }) recipientCode?: string | null;
  @Uuid({ optional: true, description: 'Photo or signature sent before' }) pictureId?: string | null;
  @OneOf(DELIVERY_PLACE_CODES) deliveryPlace: DeliveryPlace;
  @Vnd({ description: 'Must be the whole amount to collect; with `taken`, that of the part' }) codCollectedVnd: number;
  @ListOf(() => LineTakenDto, { max: 200, optional: true, description: 'Lines of which not all was taken; the rest goes back' })
  taken?: LineTakenDto[] | null;
  @Decimal({ min: -90, max: 90, optional: true, description: 'Degrees; a photo needs the place' }) latitude?: number | null;
  @Decimal({ min: -180, max: 180, optional: true }) longitude?: number | null;
  @Int({ max: 100_000, optional: true, description: 'How far off the place may be' }) accuracyMeters?: number | null;
  @Instant({ optional: true, description: 'By the phone, when it was without network' }) deliveredAt?: string | null;
}

export class ProofPictureQuery {
  @OneOf(PICTURE_KINDS) kind: PictureKind;
}

export class ProofPictureDto {
  @Uuid() id: string;
}

export class FailureReasonDto {
  @OneOf(NON_DELIVERY_REASON_CODES) code: NonDeliveryReason;
  @Text() vi: string;
  @Text() en: string;
  @OneOf(FAULTS) fault: Fault;
  @Flag({ description: 'Counts as a try in the sense of the law' }) counts: boolean;
  @Flag({ description: 'Makes the parcel undeliverable by itself' }) undeliverable: boolean;
  @OneOf(NEXT_ACTION_CODES, { description: 'What usually comes next' }) nextAction: NextAction;
}

export class FailureReasonsDto {
  @ListOf(() => FailureReasonDto) data: FailureReasonDto[];
  @Text({ optional: true }) next: string | null;
}
