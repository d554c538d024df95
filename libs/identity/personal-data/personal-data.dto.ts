import { Day, Flag, Instant, ListOf, OneOf, PageQuery, Text, Texts, Uuid } from '@choxa/platform';
import type { DeletionRequestEntity } from './deletion-request.entity.js';
import type { WatchedRequest } from './deletion-requests.query.js';
import { DELETION_STATES, type DeletionState } from './deletion.rules.js';

export class ObstacleDto {
  @Text() kind: string;
  @Text({ max: 500 }) text: string;
}

/** A request as the person who made it sees it. */
export class DeletionRequestDto {
  @Uuid() id: string;
  @OneOf(DELETION_STATES) state: DeletionState;
  @Instant() requestedAt: string;
  @Day() answerDueOn: string;
  @Instant({ optional: true }) answeredAt: string | null;
  @Day({ description: 'Until the day before, the request may be withdrawn' }) notBefore: string;
  @Day({ description: 'Last day on which it is carried out, unless something is unfinished' }) dueOn: string;
  @ListOf(() => ObstacleDto, { description: 'What is unfinished and holds it back' }) obstacles: ObstacleDto[];
  @Instant({ optional: true }) closedAt: string | null;
}

export class OwnDeletionDto {
  @ListOf(() => DeletionRequestDto, { max: 1, description: 'The newest request; empty where there was none' }) data: DeletionRequestDto[];
}

export class DeletionRequestsQuery extends PageQuery {
  @OneOf(DELETION_STATES, { optional: true }) state?: DeletionState;
}

/** A request as those see it who watch its clock: nobody's name, telephone or order. */
export class WatchedDeletionRequestDto {
  @Uuid() id: string;
  @OneOf(DELETION_STATES) state: DeletionState;
  @Instant() requestedAt: string;
  @Day() answerDueOn: string;
  @Instant({ optional: true }) answeredAt: string | null;
  @Day() dueOn: string;
  @Flag({ description: 'Open after its last day' }) overdue: boolean;
  @Texts({ description: 'Kinds of what is unfinished' }) obstacleKinds: string[];
  @Instant({ optional: true }) closedAt: string | null;
}

export class WatchedDeletionRequestsDto {
  @ListOf(() => WatchedDeletionRequestDto) data: WatchedDeletionRequestDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

export function toDeletionRequestDto(request: DeletionRequestEntity, english: boolean): DeletionRequestDto {
  const { id, state, requestedAt, answerDueOn, answeredAt, notBefore, dueOn, obstacles, closedAt } = request;
  return {
    id,
    state,
    requestedAt: requestedAt.toISOString(),
    answerDueOn,
    answeredAt: answeredAt?.toISOString() ?? null,
    notBefore,
    dueOn,
    obstacles: obstacles.map(({ kind, vi, en }) => ({ kind, text: english ? en : vi })),
    closedAt: closedAt?.toISOString() ?? null,
  };
}

/** `today`: local day. */
export function toWatchedRequestDto(request: WatchedRequest, today: string): WatchedDeletionRequestDto {
  return {
    ...request,
    requestedAt: request.requestedAt.toISOString(),
    answeredAt: request.answeredAt?.toISOString() ?? null,
    closedAt: request.closedAt?.toISOString() ?? null,
    overdue: !request.closedAt && request.dueOn < today,
  };
}
