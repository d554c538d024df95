import { Instant, Int, ListOf, OneOf, Text, Uuid, Flag } from '@choxa/platform';
import { EPCIS_EVENT_TYPES, STANDARD_MESSAGES, toLocalTimestamp, type EpcisEventType } from '@choxa/standards';
import { labellingProblem } from '../labelling.problems.js';
import type { CaptureEntity } from './capture.entity.js';
import { CAPTURE_OUTCOMES, ERROR_BEHAVIOURS, type CaptureOutcome, type CaptureResult, type ErrorBehaviour } from './capture.rules.js';

/** The names of the standard's own query (EPCIS 2.0 §8.2.7.1), hence not ours. */
export class EpcisEventsQuery {
  @OneOf(EPCIS_EVENT_TYPES, { optional: true }) eventType?: EpcisEventType;
  @Text({ max: 500, optional: true, description: 'Word of the CBV, or a URI' }) EQ_bizStep?: string;
  @Text({ max: 2048, optional: true, description: 'URI of a lot' }) MATCH_anyEPCClass?: string;
  @Instant({ optional: true }) GE_eventTime?: string;
  @Instant({ optional: true }) LT_eventTime?: string;
  @Instant({ optional: true }) GE_recordTime?: string;
  @Instant({ optional: true }) LT_recordTime?: string;
  @Int({ min: 1, max: 100, optional: true, description: 'Records per page, 30 unless told' }) perPage?: number;
  @Text({ max: 500, optional: true, description: 'From the Link header of the page before' }) nextPageToken?: string;
}

export class CapturedEventDto {
  @Int({ description: 'Place in the event list, from 0' }) index: number;
  @Text({ max: 500, optional: true }) eventID: string | null;
  @OneOf(CAPTURE_OUTCOMES) outcome: CaptureOutcome;
  @Text({ optional: true }) code: string | null;
  @Text({ optional: true, description: 'Where in the event' }) pointer: string | null;
  @Text({ max: 500, optional: true, description: 'Why it was rejected, in the language asked for' }) detail: string | null;
}

/** The capture job of EPCIS 2.0 §8.2.6, with the outcome of each event. */
export class CaptureDto {
  @Uuid() captureID: string;
  @Instant() createdAt: string;
  @Instant() finishedAt: string;
  @Flag() running: boolean;
  @Flag({ description: 'No event was rejected' }) success: boolean;
  @OneOf(ERROR_BEHAVIOURS) captureErrorBehaviour: ErrorBehaviour;
  @ListOf(() => CapturedEventDto) events: CapturedEventDto[];
}

export function toCaptureDto({ id, receivedAt, success, errorBehaviour, results }: CaptureEntity, language: 'vi' | 'en'): CaptureDto {
  const at = toLocalTimestamp(receivedAt);
  const events = results.map((result) => toCapturedEventDto(result, language));
  return { captureID: id, createdAt: at, finishedAt: at, running: false, success, captureErrorBehaviour: errorBehaviour, events };
}

function toCapturedEventDto({ index, eventId, outcome, code, pointer }: CaptureResult, language: 'vi' | 'en'): CapturedEventDto {
  return { index, eventID: eventId, outcome, code, pointer, detail: code && sentence(code, language) };
}

/** The sentence of a code of ours or of the standards; codes are a closed list. */
function sentence(code: string, language: 'vi' | 'en'): string {
  const texts = Object.hasOwn(STANDARD_MESSAGES, code)
    ? STANDARD_MESSAGES[code as keyof typeof STANDARD_MESSAGES]
    : labellingProblem(code as Parameters<typeof labellingProblem>[0]).kind;
  return texts[language];
}
