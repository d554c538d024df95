import { auditProblem } from '../../audit.problems.js';
import { funnelMethod } from '../../funnel/funnel-method.js';
import { breakDownFunnel, countFunnel, FUNNEL_CUTS, type FunnelCounts, type FunnelCut } from '../../funnel/funnel.query.js';
import { stepsOf, usualCut, type FunnelStep } from '../../funnel/funnel.rules.js';
import { shareOf } from '../../indicators/share.rules.js';
import type { Scope } from '../../scope/scope.js';
import type { AuditTable, TableColumn, TableHeadline, TableQuestion } from '../audit-table.js';

const STEPS: Record<FunnelStep, { vi: string; en: string }> = {
  listed: { vi: 'Bày bán', en: 'Listed' },
  labelled: { vi: 'Đủ nhãn', en: 'Labelled' },
  sold: { vi: 'Bán được', en: 'Sold' },
  delivered: { vi: 'Giao tận nơi', en: 'Delivered to the address' },
};

/** What the tables of the funnel share. */
const OF_THE_FUNNEL: Pick<AuditTable, 'headline' | 'method'> = {
  headline: async (tx, { scope }) => headlineOf(scope, await countFunnel(tx, scope)),
  method: ({ scope }) => {
    const { version, basis, formula, textVi, textEn } = funnelMethod(scope.period);
    return [`Từng bước / Funnel, ${version}, ${basis}: ${formula}`, textVi, textEn];
  },
};

/** What came all the way, of what was on sale. */
function headlineOf({ period }: Scope, counts: FunnelCounts | null): TableHeadline | null {
  if (!counts) return null;
  const { share: value, ...part } = shareOf(counts.delivered, counts.listed);
  return { ...part, measure: 'share', value, methodVersion: funnelMethod(period).version };
}

/** @throws Problem `indicator.not-cut-so` */
function cutOf({ scope, params }: TableQuestion): FunnelCut {
  const by = params.by ?? usualCut(scope);
  const cut = FUNNEL_CUTS.find((one) => one === by);
  if (!cut) throw auditProblem('indicator.not-cut-so');
  return cut;
}

/** How many products were on sale, labelled, sold and delivered, each a part of the one before. */
export const FUNNEL: AuditTable = {
  ...OF_THE_FUNNEL,
  key: 'funnel',
  titleVi: 'Từ bày bán đến giao tận nơi',
  titleEn: 'From listing to delivery',
  columns: [
    { key: 'step', titleVi: 'Bước', titleEn: 'Step', kind: 'text' },
    { key: 'products', titleVi: 'Sản phẩm', titleEn: 'Products', kind: 'int' },
    { key: 'ofBefore', titleVi: 'So với bước trước (%)', titleEn: 'Of the step before (%)', kind: 'percent' },
    { key: 'ofFirst', titleVi: 'So với bước đầu (%)', titleEn: 'Of the first step (%)', kind: 'percent' },
    { key: 'netProducts', titleVi: 'Sản phẩm không kể tự mua', titleEn: 'Products without self-dealing', kind: 'int' },
    {
      key: 'netOfBefore',
      titleVi: 'So với bước trước không kể tự mua (%)',
      titleEn: 'Of the step before, without it (%)',
      kind: 'percent',
    },
  ],
  rows: async (tx, { scope }) =>
    stepsOf(await countFunnel(tx, scope)).map(({ key, ...step }) => ({ step: `${STEPS[key].vi} / ${STEPS[key].en}`, ...step })),
};

const counted = (key: keyof FunnelCounts, titleVi: string, titleEn: string): TableColumn => ({ key, titleVi, titleEn, kind: 'int' });

/** The same for each province, commune or product set. */
export const FUNNEL_CELLS: AuditTable = {
  ...OF_THE_FUNNEL,
  key: 'funnel-cells',
  titleVi: 'Từ bày bán đến giao tận nơi, từng nơi hoặc từng nhóm',
  titleEn: 'From listing to delivery by place or set',
  columns: [
    { key: 'code', titleVi: 'Mã', titleEn: 'Code', kind: 'text' },
    { key: 'name', titleVi: 'Tên', titleEn: 'Name', kind: 'text' },
    counted('listed', STEPS.listed.vi, STEPS.listed.en),
    counted('labelled', STEPS.labelled.vi, STEPS.labelled.en),
    counted('sold', STEPS.sold.vi, STEPS.sold.en),
    counted('delivered', STEPS.delivered.vi, STEPS.delivered.en),
    counted('netSold', 'Bán được không kể tự mua', 'Sold without self-dealing'),
    counted('netDelivered', 'Giao tận nơi không kể tự mua', 'Delivered without self-dealing'),
  ],
  rows: async (tx, question, limit) =>
    ((await breakDownFunnel(tx, question.scope, cutOf(question), question.places)) ?? []).slice(0, limit).map((cell) => ({ ...cell })),
};
