import { Instant, ListOf, Nested, Text, Texts, Uuid } from '@choxa/platform';
import { HouseholdDto, toHouseholdDto } from '../households/households.dto.js';
import { SuspensionDto, toSuspensionDto } from '../suspensions/suspensions.dto.js';
import type { RefusalEntity } from './refusal.entity.js';
import type { HouseholdReview, SeenItem } from './review.query.js';

export class ApproveHouseholdDto {
  @Texts({
    max: 20,
    maxLength: 40,
    optional: true,
    description: 'Codes of what was seen with this decision, beside what is ticked already',
  })
  seen?: string[];
}

export class RefuseHouseholdDto {
  @Text({ min: 5, max: 1000, lines: true, description: 'What is missing, for the household to read' }) reason: string;
}

export class AnswerDto {
  @Text({ min: 2, max: 1000, lines: true }) answer: string;
}

export class ChecklistItemDto {
  @Text() code: string;
  @Text({ max: 300 }) vi: string;
  @Text({ max: 300 }) en: string;
  @Text({ max: 300, description: 'The law or rule it comes from' }) basis: string;
  @Instant({ optional: true }) seenAt: string | null;
  @Text({ optional: true, description: 'Name of who saw it' }) seenBy: string | null;
}

export class ChecklistDto {
  @ListOf(() => ChecklistItemDto) items: ChecklistItemDto[];
}

export class RefusalDto {
  @Uuid() id: string;
  @Text({ max: 1000 }) reason: string;
  @Instant() refusedAt: string;
  @Text({ optional: true, max: 1000 }) answer: string | null;
  @Instant({ optional: true }) answeredAt: string | null;
}

/** Everything somebody who decides about a household looks at. */
export class HouseholdReviewDto {
  @Nested(() => HouseholdDto) household: HouseholdDto;
  @ListOf(() => ChecklistItemDto) checklist: ChecklistItemDto[];
  @ListOf(() => RefusalDto, { description: 'Newest first' }) refusals: RefusalDto[];
  @Nested(() => SuspensionDto, { optional: true }) suspension: SuspensionDto | null;
}

/** Where a household stands with those who decide, for itself to read. */
export class StandingDto {
  @Nested(() => RefusalDto, { optional: true, description: 'The newest' }) refusal: RefusalDto | null;
  @Nested(() => SuspensionDto, { optional: true }) suspension: SuspensionDto | null;
}

export function toChecklistItemDto({ code, vi, en, basis, seenAt, seenByName }: SeenItem): ChecklistItemDto {
  return { code, vi, en, basis, seenAt: seenAt?.toISOString() ?? null, seenBy: seenByName };
}

export function toRefusalDto({ id, reason, refusedAt, answer, answeredAt }: RefusalEntity): RefusalDto {
  return { id, reason, refusedAt: refusedAt.toISOString(), answer, answeredAt: answeredAt?.toISOString() ?? null };
}

export function toHouseholdReviewDto({ household, checklist, refusals, suspension }: HouseholdReview): HouseholdReviewDto {
  return {
    household: toHouseholdDto(household),
    checklist: checklist.map(toChecklistItemDto),
    refusals: refusals.map(toRefusalDto),
    suspension: suspension && toSuspensionDto(suspension),
  };
}
