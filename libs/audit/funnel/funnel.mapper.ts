import { addDays, localDay, toLocalTimestamp } from '@choxa/standards';
import { cutOffOf } from '../periods/audit-period.rules.js';
import type { Asked } from '../scope/scopes.js';
import type { FunnelDto } from './funnel.dto.js';
import { funnelMethod } from './funnel-method.js';
import type { FunnelCell, FunnelCut } from './funnel.query.js';
import { stepsOf, sumOf } from './funnel.rules.js';

/** The answer: the steps of all that is asked for, and its cells by `by`; null where they were not counted. */
export function toFunnelDto({ scope, covers, filters }: Asked, by: FunnelCut, cells: FunnelCell[] | null): FunnelDto {
  const { period, version, asOf } = scope;
  const { version: method, basis, formula, textVi, textEn, returnDays } = funnelMethod(period);
  const cutOff = cutOffOf(period, returnDays);
  return {
    steps: stepsOf(cells && sumOf(cells)),
    by,
    cells: cells ?? [],
    period: period.key,
    version,
    firstDay: localDay(period.from),
    lastDay: addDays(localDay(period.until), -1),
    cutOffAt: toLocalTimestamp(cutOff),
    provisional: asOf < cutOff,
    covers,
    filters,
    asOf: toLocalTimestamp(asOf),
    method: { version: method, basis, formula, textVi, textEn },
  };
}
