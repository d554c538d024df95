import { ImportDraftProduct, Listings, type ImportDraftProductInput, type ImportedProduct } from '@choxa/catalogue';
import { EnsureHousehold, EnsureSubject, type EnsuredHousehold, type ImportedProducer } from '@choxa/households';
import type { Tx } from '@choxa/platform';
import { note, type Note } from './notes.js';
import type { RowResult } from './report.rules.js';
import type { RowPlan } from './row.rules.js';

/** The use cases an import goes through. */
export interface ImportParts {
  ensureSubject: EnsureSubject;
  ensureHousehold: EnsureHousehold;
  importDraftProduct: ImportDraftProduct;
  listings: Listings;
}

/** Rows whose products are written together. */
const BATCH = 100;

/** Writes planned rows in the caller's transaction, in their order, and says what became of each. */
export async function writeRows(tx: Tx, plans: readonly RowPlan[], parts: ImportParts, done: (rows: number) => void): Promise<RowResult[]> {
  const results: RowResult[] = [];
  const firstRowOf = new Map<string, number>();
  for (let at = 0; at < plans.length; at += BATCH) {
    const batch = plans.slice(at, at + BATCH);
    const households = new Map<RowPlan, EnsuredHousehold>();
    for (const plan of batch) if (plan.write) households.set(plan, await householdOf(tx, plan.write.producer, parts));
    const accepted = batch.flatMap((plan): { plan: RowPlan; input: ImportDraftProductInput }[] =>
      plan.write ? [{ plan, input: { ...plan.write.product, householdId: households.get(plan)!.id } }] : [],
    );
    const products = await parts.importDraftProduct.runAll(
      tx,
      accepted.map(({ input }) => input),
    );
    const written = new Map(accepted.map(({ plan }, n) => [plan, products[n]!]));
    for (const plan of batch) {
      const product = written.get(plan);
      results.push(product ? accountOf(plan, product, households.get(plan)!, firstRowOf) : refused(plan));
    }
    done(results.length);
  }
  return results;
}

async function householdOf(tx: Tx, producer: ImportedProducer, parts: ImportParts): Promise<EnsuredHousehold> {
  const { kind } = producer;
  const subject = kind ? await parts.ensureSubject.run(tx, { ...producer, kind }) : null;
  const household = await parts.ensureHousehold.run(tx, { ...producer, subjectId: subject?.id ?? null });
  if (household.placed) await parts.listings.refreshHousehold(tx, household.id);
  return household;
}

function refused({ write: _, refusal, gaps: __, ...plan }: RowPlan): RowResult {
  return { ...plan, outcome: 'refused', notes: [refusal!], slug: null };
}

function accountOf(
  { write: _, refusal: __, gaps, ...plan }: RowPlan,
  product: ImportedProduct,
  household: EnsuredHousehold,
  firstRowOf: Map<string, number>,
): RowResult {
  const before = firstRowOf.get(product.productId);
  if (before === undefined) firstRowOf.set(product.productId, plan.row);
  const base = { ...plan, slug: product.slug };
  if (!product.created && !product.recognitionCreated && !household.placed)
    return { ...base, outcome: 'already_there', notes: [before ? note('row.same', String(before)) : note('product.known')] };
  const open = plan.commune.code && household.communeCode !== plan.commune.code ? [...gaps, note('commune.differs')] : gaps;
  const added: Note[] = [
    ...(!product.created && product.recognitionCreated ? [note('recognition.added')] : []),
    ...(!product.created && household.placed ? [note('commune.added')] : []),
  ];
  return { ...base, outcome: open.length ? 'imported_with_gaps' : 'imported', notes: [...open, ...added] };
}
