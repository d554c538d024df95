import { Int, ListOf, OneOf, Text, Uuid } from '@choxa/platform';
import type { CartonEntity } from './carton.entity.js';

export class MakeCartonDto {
  @Int({ min: 2, max: 10_000, description: 'Packs in the carton' }) packsInside: number;
}

export class CartonDto {
  @Uuid() id: string;
  @Text({ description: 'GTIN-14' }) number: string;
  @Int() packsInside: number;
  @OneOf(['current', 'replaced'] as const) state: 'current' | 'replaced';
  @Text({ max: 500, description: 'ITF-14, as printed on corrugated board' }) itf14Url: string;
  @Text({ max: 500, description: 'GS1-128 with number, and lot and expiry where a lot is given' }) gs1128Url: string;
}

export class CartonListDto {
  @ListOf(() => CartonDto) data: CartonDto[];
}

export function toCartonDto({ id, packId, number, packsInside, state }: CartonEntity): CartonDto {
  const at = (picture: string): string => `/api/v1/household/packs/${packId}/cartons/${id}/${picture}.svg`;
  return { id, number, packsInside, state, itf14Url: at('itf14'), gs1128Url: at('gs1-128') };
}
