import { localDay, parseItemNumber, type NumberKind } from '@choxa/standards';
import { isRealBrandName, saysSomething } from './brand-name.rules.js';
import { labelDemands } from './label-demands.js';
import { LABEL_FIELDS, LABEL_LEVELS, LABEL_PARTS, type LabelField, type LabelLevel, type LabelPart } from './label-fields.js';

/** Version of {@link judgeLabel}: raised whenever the same facts would be judged otherwise. Stored with every verdict. */
export const LABEL_RULE_VERSION = '2026.1';

/** All the rule looks at. Values only; places are looked up before. */
export interface LabelFacts {
  readonly setCode: string;
  /** `owner`: the seller itself, or somebody whose licence is on file; null when nobody said. */
  readonly brand: { readonly name: string | null; readonly owner: 'seller' | 'licence' | null };
  readonly barcode: { readonly kind: NumberKind; readonly number14: string; readonly allottedAt: Date } | null;
  /** `communeKnown`: the address carries a commune code of today's list. */
  readonly producer: { readonly name: string | null; readonly communeKnown: boolean };
  readonly hasImage: boolean;
  readonly standards: string | null;
  readonly shelfLifeDays: number | null;
  /** The lot the pack is sold from. Days are `YYYY-MM-DD`. */
  readonly lot: {
    readonly code: string;
    readonly producedOn: string | null;
    readonly expiresOn: string | null;
    readonly placeKnown: boolean;
    readonly traceCode: string | null;
    readonly eventsBeforeShipping: number;
  } | null;
  /** Parts a person has checked: a clerk at acceptance, an inspector in the field. */
  readonly checked: readonly LabelPart[];
}

export interface LabelVerdict {
  readonly ruleVersion: string;
  /** False for set 26 (a service): outside the labelled share, neither compliant nor missing anything. */
  readonly applies: boolean;
  readonly compliant: boolean;
  /** The lowest level of the three parts. */
  readonly level: LabelLevel;
  readonly parts: Readonly<Record<LabelPart, LabelLevel>>;
  /** In the order of `LABEL_FIELDS`; empty exactly when compliant (or when the rule does not apply). */
  readonly missing: readonly LabelField[];
  /** Share of what this product's label needs that is there, 0–100, rounded down: 100 only when nothing is missing. */
  readonly percent: number;
}

/**
 * The rule officials audit (domain.md §5): compliant ⇔ brand ∧ barcode ∧ origin. Pure; the same facts at the same instant give the same verdict.
 *
 * @param at the moment judged, e.g. when the order is placed
 */
export function judgeLabel(facts: LabelFacts, at: Date): LabelVerdict {
  const demands = labelDemands(facts.setCode, localDay(at));
  if (!demands.applies) {
    const parts = { brand: 'none', barcode: 'none', origin: 'none' } as const;
    return { ruleVersion: LABEL_RULE_VERSION, applies: false, compliant: false, level: 'none', parts, missing: [], percent: 0 };
  }
  const { lot } = facts;
  const shelfLife = Boolean(lot?.expiresOn) || (facts.shelfLifeDays ?? 0) > 0;
  // One entry per thing the label needs: the code of what is wrong with it, or false when it is there.
  const needs: (LabelField | false)[] = [
    !isRealBrandName(facts.brand.name, facts.setCode) && 'brand.name',
    facts.brand.owner === null && 'brand.owner',
    barcodeFault(facts.barcode, at),
    !saysSomething(facts.producer.name) && 'origin.producer',
    !facts.producer.communeKnown && 'origin.address',
    !lot?.placeKnown && 'origin.place',
    !lot?.code && 'origin.lot',
    !lot?.producedOn && 'origin.date',
    !lot?.traceCode && 'origin.trace-code',
    !facts.hasImage && 'origin.image',
    ...(demands.standard ? [!saysSomething(facts.standards) && ('origin.standard' as const)] : []),
    ...(demands.shelfLife ? [!shelfLife && ('origin.shelf-life' as const)] : []),
    !lot?.eventsBeforeShipping && 'origin.event',
  ];
  const missing = needs.filter((need) => need !== false);
  const parts = {
    brand: levelOf('brand', saysSomething(facts.brand.name), missing, facts),
    barcode: levelOf('barcode', facts.barcode !== null, missing, facts),
    origin: levelOf('origin', lot !== null, missing, facts),
  };
  return {
    ruleVersion: LABEL_RULE_VERSION,
    applies: true,
    compliant: missing.length === 0,
    level: LABEL_LEVELS[Math.min(...LABEL_PARTS.map((part) => LABEL_LEVELS.indexOf(parts[part])))]!,
    parts,
    missing,
    percent: Math.floor(((needs.length - missing.length) / needs.length) * 100),
  };
}

function barcodeFault(barcode: LabelFacts['barcode'], at: Date): LabelField | false {
  if (!barcode) return 'barcode.number';
  const read = parseItemNumber(barcode.number14);
  if (!read.ok || read.kind !== barcode.kind || read.number14 !== barcode.number14) return 'barcode.format';
  return barcode.allottedAt > at && 'barcode.late';
}

/** A person's check counts only on a part that lacks nothing: seeing a pack cannot supply what it does not say. */
function levelOf(part: LabelPart, said: boolean, missing: readonly LabelField[], facts: LabelFacts): LabelLevel {
  if (!said) return 'none';
  if (missing.some((field) => LABEL_FIELDS[field].part === part)) return 'declared';
  return facts.checked.includes(part) ? 'checked' : 'format_valid';
}
