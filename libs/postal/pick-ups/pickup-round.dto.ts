import { Day, Int, ListOf, OneOf, Text, Texts, Uuid } from '@choxa/platform';
import { PICKUP_HALVES, type PickupHalf } from '@choxa/postal-contract';

export class PickupRoundQuery {
  @Uuid({ description: "One of the caller's offices" }) office: string;
  @Day({ optional: true, description: 'Today unless told' }) day?: string;
}

export class PickupStopDto {
  @Uuid({ description: 'Of the pick-up' }) id: string;
  @OneOf(PICKUP_HALVES) half: PickupHalf;
  @Text() senderName: string;
  @Text() senderPhone: string;
  @Text({ max: 300 }) senderStreet: string;
  @Text() senderCommuneName: string;
  @Text({ optional: true, max: 300 }) note: string | null;
  @Texts({ description: 'Numbers of the parcels that are still to be taken' }) waiting: string[];
  @Int({ description: 'Parcels that were taken already' }) taken: number;
}

/** Where an office goes on a day to fetch parcels. */
export class PickupRoundDto {
  @Day() day: string;
  @Text() officeName: string;
  @Int({ description: 'Pick-ups for that day which nobody has answered; they are no stops' }) unanswered: number;
  @ListOf(() => PickupStopDto, { description: 'In the sequence to go: the morning first' }) stops: PickupStopDto[];
}
