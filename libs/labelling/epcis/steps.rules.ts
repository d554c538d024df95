import type { EpcisEvent, EpcisEventType } from '@choxa/standards';
import type { ProducedKind, TraceStep } from '../lots/lot.rules.js';
import { vocabularyUri } from './epcis-ids.rules.js';

interface StepInEpcis {
  readonly type: EpcisEventType;
  /** Short form of the core vocabulary; null where it has no word and ours stands instead. */
  readonly bizStep: string | null;
}

/** How each step is told in EPCIS 2.0 (domain.md §4). The core vocabulary has no word for growing and harvesting. */
export const STEPS_IN_EPCIS: Readonly<Record<TraceStep, StepInEpcis>> = {
  growing: { type: 'ObjectEvent', bizStep: null },
  harvesting: { type: 'ObjectEvent', bizStep: null },
  processing: { type: 'TransformationEvent', bizStep: 'creating_class_instance' },
  packing: { type: 'AggregationEvent', bizStep: 'packing' },
  shipping: { type: 'ObjectEvent', bizStep: 'shipping' },
  arriving: { type: 'ObjectEvent', bizStep: 'arriving' },
  receiving: { type: 'ObjectEvent', bizStep: 'receiving' },
};

/** The business step of a document. */
export function bizStepOf(publicUrl: string, step: TraceStep): string {
  return STEPS_IN_EPCIS[step].bizStep ?? vocabularyUri(publicUrl) + step;
}

/** The step another system's event reports; null for one that is not kept here. Making the lot is its harvest, or its processing. */
export function stepOf(publicUrl: string, { type, bizStep, action }: EpcisEvent, producedKind: ProducedKind): TraceStep | null {
  if (type === 'ObjectEvent' && bizStep === 'commissioning' && action === 'ADD')
    return producedKind === 'harvest' ? 'harvesting' : 'processing';
  if (action === 'DELETE') return null;
  const steps = Object.keys(STEPS_IN_EPCIS) as TraceStep[];
  return steps.find((step) => STEPS_IN_EPCIS[step].type === type && bizStepOf(publicUrl, step) === bizStep) ?? null;
}
