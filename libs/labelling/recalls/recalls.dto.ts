import { Day, Instant, ListOf, OneOf, Text, Uuid } from '@choxa/platform';
import { toLocalTimestamp } from '@choxa/standards';
import type { LotRecallEntity } from './lot-recall.entity.js';
import { RECALL_REASONS, RECALL_SCOPES, RECALLED_AS, type RecalledAs, type RecallReason, type RecallScope } from './recall.rules.js';

export class RecallLotDto {
  @OneOf(RECALL_SCOPES, { description: 'pack: the lots of the pack cannot be told apart, so all of it is taken back' }) scope: RecallScope;
  @OneOf(RECALL_REASONS) reason: RecallReason;
  @Text({ min: 10, max: 500, description: 'What is wrong and what buyers should do; shown to everybody' }) note: string;
}

export class EndRecallDto {
  @Text({ min: 10, max: 500, description: 'Why the goods may be sold and used again' }) note: string;
}

export class RecallDto {
  @Uuid() id: string;
  @OneOf(RECALL_SCOPES) scope: RecallScope;
  @OneOf(RECALL_REASONS) reason: RecallReason;
  @Text({ max: 500 }) note: string;
  @OneOf(RECALLED_AS) recalledAs: RecalledAs;
  @Instant() recalledAt: string;
  @Instant({ optional: true }) endedAt: string | null;
  @Text({ max: 500, optional: true }) endNote: string | null;
}

export class RecallInListDto extends RecallDto {
  @Uuid() lotId: string;
  @Text() lotCode: string;
  @Text() traceCode: string;
  @Day() producedOn: string;
  @Text() productName: string;
  @Text() householdName: string;
  @Text({ optional: true }) communeName: string | null;
  @Text({ optional: true }) provinceName: string | null;
}

export class RecallListDto {
  @ListOf(() => RecallInListDto) data: RecallInListDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

export function toRecallDto(recall: LotRecallEntity): RecallDto {
  const { id, scope, reason, note, recalledAs, recalledAt, endedAt, endNote } = recall;
  return {
    id,
    scope,
    reason,
    note,
    recalledAs,
    recalledAt: toLocalTimestamp(recalledAt),
    endedAt: endedAt && toLocalTimestamp(endedAt),
    endNote,
  };
}
