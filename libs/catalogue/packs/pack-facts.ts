import { problem } from '../catalogue.problems.js';
import { estimatedWeightGrams, isNetContent, type NetContentUnit } from './net-content.rules.js';
import type { PackEntity } from './pack.entity.js';

/** What a household says about a pack. Absent or null: stays. */
export interface PackFactsInput {
  netContentValue?: number | null;
  netContentUnit?: NetContentUnit | null;
  priceVnd?: number | null;
  /** Estimated from the net content unless told. */
  weightGrams?: number | null;
  lengthMm?: number | null;
  widthMm?: number | null;
  heightMm?: number | null;
}

/** The part of a pack that its household writes; a copy takes it over as it is. */
export type PackFacts = Pick<
  PackEntity,
  'netContentValue' | 'netContentUnit' | 'priceVnd' | 'weightGrams' | 'lengthMm' | 'widthMm' | 'heightMm'
>;

/** A pack of which nothing was told yet. */
export const NO_PACK_FACTS: PackFacts = {
  netContentValue: null,
  netContentUnit: null,
  priceVnd: null,
  weightGrams: estimatedWeightGrams(null, null),
  lengthMm: null,
  widthMm: null,
  heightMm: null,
};

/** The facts of a pack, without the rest of it. */
export function packFactsOf(pack: PackEntity): PackFacts {
  const { netContentValue, netContentUnit, priceVnd, weightGrams, lengthMm, widthMm, heightMm } = pack;
  return { netContentValue, netContentUnit, priceVnd, weightGrams, lengthMm, widthMm, heightMm };
}

/**
 * The facts after `input`. A weight nobody told follows the content. Throws `pack.net-content`, pointing below `at`, for a value finer than we
 * keep, and for a value without its unit or a unit without its value.
 */
export function changedPack(facts: PackFacts, input: PackFactsInput, at = ''): PackFacts {
  const value = input.netContentValue ?? (facts.netContentValue === null ? null : Number(facts.netContentValue));
  const unit = input.netContentUnit ?? facts.netContentUnit;
  if (input.netContentValue != null && !isNetContent(input.netContentValue))
    throw netContentProblem(`${at}/netContentValue`, 'Lớn hơn 0, tối đa 3 chữ số thập phân / more than 0, at most 3 decimals');
  if ((value === null) !== (unit === null))
    throw netContentProblem(`${at}/${value === null ? 'netContentValue' : 'netContentUnit'}`, 'Cần cả số và đơn vị / value and unit');
  return {
    netContentValue: value === null ? null : String(value),
    netContentUnit: unit,
    priceVnd: input.priceVnd ?? facts.priceVnd,
    weightGrams: input.weightGrams ?? (isEstimated(facts) ? estimatedWeightGrams(value, unit) : facts.weightGrams),
    lengthMm: input.lengthMm ?? facts.lengthMm,
    widthMm: input.widthMm ?? facts.widthMm,
    heightMm: input.heightMm ?? facts.heightMm,
  };
}

function isEstimated({ netContentValue, netContentUnit, weightGrams }: PackFacts): boolean {
  return weightGrams === estimatedWeightGrams(netContentValue === null ? null : Number(netContentValue), netContentUnit);
}

function netContentProblem(pointer: string, detail: string) {
  return problem('pack.net-content', { errors: [{ pointer, code: 'pack.net-content', detail }] });
}
