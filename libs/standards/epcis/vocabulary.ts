/** The event types of EPCIS 2.0 that tell a lot's history; the other two (transaction, association) say nothing of a lot. */
export const EPCIS_EVENT_TYPES = ['ObjectEvent', 'AggregationEvent', 'TransformationEvent'] as const;
export type EpcisEventType = (typeof EPCIS_EVENT_TYPES)[number];

export const EPCIS_ACTIONS = ['ADD', 'OBSERVE', 'DELETE'] as const;
export type EpcisAction = (typeof EPCIS_ACTIONS)[number];

/** Why an event is declared wrong (CBV 2.0 §7.5). */
export const ERROR_REASONS = ['did_not_occur', 'incorrect_data'] as const;
export type ErrorReason = (typeof ERROR_REASONS)[number];

/** Business steps of CBV 2.0 §7.1. `transforming`, often seen, is none of them. */
const BIZ_STEPS: ReadonlySet<string> = new Set(
  `accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting decommissioning departing
   destroying disassembling dispensing encoding entering_exiting holding inspecting installing killing loading other packing picking
   receiving removing repackaging repairing replacing reserving retail_selling sampling sensor_reporting shipping staging_outbound
   stock_taking stocking storing transporting unloading unpacking void_shipping`.split(/\s+/),
);

const LONG_FORM = /^(?:urn:epcglobal:cbv:(?:bizstep|er):|https?:\/\/(?:ref|ns)\.gs1\.org\/cbv\/(?:BizStep|ER)-)(.+)$/;

/** A word of the core vocabulary in its short form, whether it was written short, as a URN or as a web address; other texts stay as they are. */
export function bareWord(text: string): string {
  return LONG_FORM.exec(text)?.[1] ?? text;
}

/** Whether a text names a business step: one of the core vocabulary, or a URI of somebody's own. */
export function isBizStep(text: string): boolean {
  return BIZ_STEPS.has(bareWord(text)) || isForeignUri(text);
}

/** Whether a text gives a reason for an error declaration: a core one, or a URI of somebody's own. */
export function isErrorReason(text: string): boolean {
  return (ERROR_REASONS as readonly string[]).includes(bareWord(text)) || isForeignUri(text);
}

/** Whether a text has the form of a URI; nothing is looked up. */
export function isUri(text: unknown): text is string {
  return typeof text === 'string' && text.length <= 2048 && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text);
}

/** A URI outside GS1's own vocabularies, in which only GS1 may invent words. */
function isForeignUri(text: string): boolean {
  return isUri(text) && !/^(?:urn:epcglobal:|https?:\/\/(?:[a-z]+\.)?gs1\.org\/)/i.test(text);
}
