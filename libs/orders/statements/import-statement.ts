import { Injectable } from '@nestjs/common';
import { Clock, Database, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { Payments } from '../payments/payments.js';
import { TellPaid } from '../payments/tell-paid.js';
import { readStatementFile, type StatementFile, type StatementLine } from './read-statement-file.js';
import { referencesIn } from './statement-line.rules.js';
import { matchLine, TAKEN_OVER, type Awaited, type MatchedLine, type PaidOut } from './statement-match.rules.js';

export interface ImportedLine extends MatchedLine {
  line: StatementLine;
}

export interface ImportedStatement {
  headings: StatementFile['headings'];
  /** Money in, and what cannot be read; lines of money out are left away. */
  lines: ImportedLine[];
}

const NOTHING = { sellerOrderId: null, remittanceId: null, reference: null, awaitedVnd: null } as const;

/** Finds a household's payments in its bank's statement. The same line counts once, however often it is brought. */
@Injectable()
export class ImportStatement {
  constructor(
    private readonly db: Database,
    private readonly payments: Payments,
    private readonly tellPaid: TellPaid,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** What the statement says about the household's money; nothing is changed. Throws as `readStatementFile` does. */
  async preview(householdId: string, bytes: Buffer): Promise<ImportedStatement> {
    return this.matched(this.db.read, householdId, readStatementFile(bytes));
  }

  /** The same, and what was found is booked as paid and reconciled. */
  async run(actor: Actor, householdId: string, bytes: Buffer): Promise<ImportedStatement> {
    const file = readStatementFile(bytes);
    return this.db.transaction(async (tx) => {
      // One statement of a household at a time: a line stands in two of them when they overlap.
      await sql(tx, `select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`bank-statement:${householdId}`]);
      const statement = await this.matched(tx, householdId, file);
      const found = statement.lines.filter(({ outcome }) => TAKEN_OVER.includes(outcome));
      for (const one of found.toSorted(bySellerOrder)) await this.take(tx, actor, householdId, one);
      const details = { lines: statement.lines.length, taken: found.length };
      await this.trail.record(tx, actor, {
        action: 'payment.statement-imported',
        subjectKind: 'household',
        subjectId: householdId,
        details,
      });
      return statement;
    });
  }

  private async matched(tx: Tx, householdId: string, { headings, lines }: StatementFile): Promise<ImportedStatement> {
    const money = lines.filter(({ read }) => read.kind !== 'out');
    const payments = await this.paymentsIn(tx, householdId, money);
    const remittances = await this.remittancesOf(tx, householdId);
    const seen = await this.seen(tx, householdId, money);
    return {
      headings,
      lines: money.map((line): ImportedLine => {
        if (line.read.kind !== 'in') return { line, outcome: 'bad', ...NOTHING };
        const match = matchLine(line.read, payments, remittances);
        if (seen.has(line.hash)) return { line, ...match, outcome: 'repeated' };
        seen.add(line.hash);
        if (TAKEN_OVER.includes(match.outcome)) markFound(match, payments, remittances);
        return { line, ...match };
      }),
    };
  }

  private async paymentsIn(tx: Tx, householdId: string, lines: StatementLine[]): Promise<Map<string, Awaited>> {
    const references = lines.flatMap(({ read }) => (read.kind === 'in' ? referencesIn(read.text) : []));
    const rows = await sql<Awaited>(
      tx,
      `select payment.seller_order_id as "sellerOrderId", payment.reference, payment.amount_vnd as "amountVnd", payment.state,
              payment.reconciled_at is not null as reconciled
         from orders.payment_intent payment join orders.seller_order part on part.id = payment.seller_order_id
        where payment.reference = any($1::text[]) and part.household_id = $2 and payment.method = 'vietqr'`,
      [[...new Set(references)], householdId],
    );
    return new Map(rows.map((row) => [row.reference, row]));
  }

  private remittancesOf(tx: Tx, householdId: string): Promise<PaidOut[]> {
    return sql<PaidOut>(
      tx,
      `select id, reference, amount_vnd as "amountVnd", reconciled_at is not null as reconciled
         from orders.remittance where household_id = $1 order by length(reference) desc, remitted_at desc`,
      [householdId],
    );
  }

  private async seen(tx: Tx, householdId: string, lines: StatementLine[]): Promise<Set<string>> {
    const rows = await sql<{ hash: string }>(
      tx,
      'select line_hash as hash from orders.bank_statement_line where household_id = $1 and line_hash = any($2::text[])',
      [householdId, lines.map(({ hash }) => hash)],
    );
    return new Set(rows.map(({ hash }) => hash));
  }

  private async take(tx: Tx, actor: Actor, householdId: string, { line, sellerOrderId, remittanceId }: ImportedLine): Promise<void> {
    if (line.read.kind !== 'in') return;
    const now = this.clock.now();
    if (sellerOrderId) await this.pay(tx, actor, sellerOrderId, now);
    if (remittanceId) await this.reconcileRemittance(tx, remittanceId, now);
    await sql(
      tx,
      `insert into orders.bank_statement_line (household_id, line_hash, booked_on, amount_vnd, seller_order_id, remittance_id, imported_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [householdId, line.hash, line.read.bookedOn, line.read.amountVnd, sellerOrderId, remittanceId, now],
    );
  }

  private async pay(tx: Tx, actor: Actor, sellerOrderId: string, now: Date): Promise<void> {
    const payment = await this.payments.lock(tx, sellerOrderId);
    if (payment && (await this.payments.paid(tx, actor, payment, now))) await this.tellPaid.run(tx, payment);
    await sql(tx, 'update orders.payment_intent set reconciled_at = $2 where seller_order_id = $1', [sellerOrderId, now]);
  }

  private async reconcileRemittance(tx: Tx, remittanceId: string, now: Date): Promise<void> {
    await sql(tx, 'update orders.remittance set reconciled_at = $2 where id = $1', [remittanceId, now]);
    await sql(tx, 'update orders.payment_intent set reconciled_at = $2 where remittance_id = $1', [remittanceId, now]);
  }
}

/** A second line about the same money is no second payment. */
function markFound(
  { reference, remittanceId }: MatchedLine,
  payments: ReadonlyMap<string, Awaited>,
  remittances: readonly PaidOut[],
): void {
  const found = remittanceId ? remittances.find(({ id }) => id === remittanceId) : payments.get(reference!);
  found!.reconciled = true;
}

/** Rows are locked in id order. */
function bySellerOrder(a: ImportedLine, b: ImportedLine): number {
  return (a.sellerOrderId ?? '') < (b.sellerOrderId ?? '') ? -1 : 1;
}
