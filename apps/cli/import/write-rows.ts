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
  const ensured = new Map<string, EnsuredHousehold>();
  for (let at = 0; at < plans.length; at += BATCH) {
    const batch = plans.slice(at, at + BATCH);
    const households = new Map<RowPlan, EnsuredHousehold>();
    for (const plan of batch) if (plan.write) households.set(plan, await householdOf(tx, plan.write.producer, parts, ensured));
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

/** `ensured`: those of this file so far; the many rows of one producer ask once. */
async function householdOf(
  tx: Tx,
  producer: ImportedProducer,
  parts: ImportParts,
  ensured: Map<string, EnsuredHousehold>,
): Promise<EnsuredHousehold> {
  const { name, kind, commune, province } = producer;
  const key = JSON.stringify([name, kind, commune?.code, province?.code]);
  const known = ensured.get(key);
  if (known) return { ...known, created: false, placed: false };
  const subject = kind ? await parts.ensureSubject.run(tx, { ...producer, kind }) : null;
  const household = await parts.ensureHousehold.run(tx, { ...producer, subjectId: subject?.id ?? null });
  if (household.placed) await parts.listings.refreshHousehold(tx, household.id);
  ensured.set(key, household);
  return household;
}

function refused(plan: RowPlan): RowResult {
  return { ...factsOf(plan), outcome: 'refused', notes: [plan.refusal!], slug: null };
}

function accountOf(plan: RowPlan, product: ImportedProduct, household: EnsuredHousehold, firstRowOf: Map<string, number>): RowResult {
  const before = firstRowOf.get(product.productId);
  if (before === undefined) firstRowOf.set(product.productId, plan.row);
  const base = { ...factsOf(plan), slug: product.slug };
  if (!product.created && !product.recognitionCreated && !household.placed)
    return { ...base, outcome: 'already_there', notes: [before ? note('row.same', String(before)) : note('product.known')] };
  const elsewhere = plan.commune.code !== null && household.communeCode !== plan.commune.code;
  const open = elsewhere ? [...plan.gaps, note('commune.differs')] : plan.gaps;
  const added: Note[] = [
    ...(!product.created && product.recognitionCreated ? [note('recognition.added')] : []),
    ...(!product.created && household.placed ? [note('commune.added')] : []),
  ];
  return { ...base, outcome: open.length ? 'imported_with_gaps' : 'imported', notes: [...open, ...added] };
}

function factsOf({ row, productName, producerName, sourceUrl, commune }: RowPlan): Omit<RowResult, 'outcome' | 'notes' | 'slug'> {
  return { row, productName, producerName, sourceUrl, commune };
}
