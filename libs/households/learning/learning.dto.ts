import { Day, Flag, Instant, Int, ListOf, OneOf, Text, Uuid } from '@choxa/platform';
import { LESSONS, type Lesson } from './lessons.js';

export class LessonDto {
  @OneOf(LESSONS) lesson: Lesson;
  @Instant({ optional: true, description: 'Null while the caller has not marked it as read' }) readAt: string | null;
}

export class LessonsDto {
  @ListOf(() => LessonDto) data: LessonDto[];
}

export class HoldTrainingDto {
  @Day({ description: 'Today or earlier' }) heldOn: string;
  @Text({ min: 3, max: 160 }) topic: string;
  @Text({ min: 2, max: 160 }) place: string;
  @Text({ min: 5, max: 5, pattern: /^[0-9]{5}$/, description: 'Commune of the session, in the area of the caller' }) communeCode: string;
}

export class TrainingSessionDto {
  @Uuid() id: string;
  @Day() heldOn: string;
  @Text() topic: string;
  @Text() place: string;
  @Text() communeCode: string;
  @Text() communeName: string;
  @Text() provinceCode: string;
  @Text() provinceName: string;
  @Int({ description: 'Households that were there' }) attended: number;
}

export class TrainingSessionsDto {
  @ListOf(() => TrainingSessionDto) data: TrainingSessionDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

export class TrainedHouseholdsQuery {
  @Text({ max: 100, optional: true, description: 'Part of a name, or a phone; without it those that were there' }) q?: string;
}

export class TrainedHouseholdDto {
  @Uuid() id: string;
  @Text() name: string;
  @Text({ optional: true }) communeName: string | null;
  @Text({ optional: true, description: 'E.164' }) phone: string | null;
  @Flag() attended: boolean;
}

export class TrainedHouseholdsDto {
  @ListOf(() => TrainedHouseholdDto) data: TrainedHouseholdDto[];
}
