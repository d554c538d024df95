import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OwnPacks } from '@choxa/catalogue';
import { Clock, Database, platformProblem, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { LabelContents, type FoundLabel, type LabelWish } from '../label-sheet/label-contents.query.js';
import type { LabelFormatName } from '../label-sheet/label-format.js';
import { labellingProblem } from '../labelling.problems.js';
import { LabelPrintingEntity, LabelPrintingLineEntity } from './label-printing.entity.js';

/** Labels of one printing. */
export const MOST_LABELS = 10_000;
/** A viewer that asks for its file again, or a second tap, is no second printing. */
const SAME_PRINTING_MS = 2 * 60_000;

export interface PrintLabelsInput {
  format: LabelFormatName;
  lines: readonly (LabelWish & { copies: number })[];
}

export interface LabelPrinting {
  id: string;
  printedAt: Date;
  batches: (FoundLabel & { copies: number })[];
}

/** Hands out labels to print and keeps who took how many of which lot. */
@Injectable()
export class PrintLabels {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ownPacks: OwnPacks,
    private readonly contents: LabelContents,
    private readonly trail: Trail,
  ) {}

  /**
   * The same labels asked for again within two minutes by the same person are the same printing.
   * Throws `not-found` on a pack or lot that is not the actor's or of another household than the first; `label.too-many`, `label.no-barcode`.
   */
  async run(actor: Actor, { format, lines }: PrintLabelsInput): Promise<LabelPrinting> {
    const labels = lines.reduce((sum, { copies }) => sum + copies, 0);
    if (labels > MOST_LABELS) throw labellingProblem('label.too-many', { detail: String(labels) });
    return this.db.transaction(async (tx) => {
      const householdId = await this.householdOf(tx, actor, lines);
      const found = await this.contents.of(tx, lines);
      const batches = found.map((label, i) => ({ ...label, copies: lines[i]!.copies }));
      // Two taps at once: the second waits here and finds the printing of the first.
      await sql(tx, `select pg_advisory_xact_lock(hashtextextended('labelling.printing:' || $1, 0))`, [actor.accountId]);
      const now = this.clock.now();
      const since = new Date(now.getTime() - SAME_PRINTING_MS);
      const [same] = await sql<{ id: string; printedAt: Date }>(tx, SAME_PRINTING, [actor.accountId, since, format, keyOf(batches)]);
      if (same) return { ...same, batches };
      const id = randomUUID();
      const { accountId: printedBy, name: printedByName } = actor;
      await tx.insert(LabelPrintingEntity, { id, householdId, format, labels, printedAt: now, printedBy, printedByName });
      const kept = batches.map(({ packId, lotId, number, copies }, position) => ({
        printingId: id,
        position,
        packId,
        lotId,
        number,
        copies,
      }));
      await tx.insert(LabelPrintingLineEntity, kept);
      await this.trail.record(tx, actor, {
        action: 'labels.printed',
        subjectKind: 'label_printing',
        subjectId: id,
        details: { householdId, format, labels },
      });
      return { id, printedAt: now, batches };
    });
  }

  private async householdOf(tx: Tx, actor: Actor, lines: PrintLabelsInput['lines']): Promise<string> {
    const owners = new Set<string>();
    for (const packId of new Set(lines.map((line) => line.packId)))
      owners.add((await this.ownPacks.require(tx, actor, packId)).householdId);
    const [householdId] = owners;
    if (!householdId || owners.size > 1) throw platformProblem('not-found');
    return householdId;
  }
}

function keyOf(batches: LabelPrinting['batches']): string {
  return batches.map(({ packId, lotId, number, copies }) => `${packId} ${lotId ?? '-'} ${number} ${copies}`).join('\n');
}

const SAME_PRINTING = `
  select printing.id, printing.printed_at as "printedAt"
    from labelling.label_printing printing
   where printing.printed_by = $1 and printing.printed_at > $2 and printing.format = $3
     and $4 = (select string_agg(concat_ws(' ', line.pack_id, coalesce(line.lot_id::text, '-'), line.number, line.copies), chr(10) order by position)
                 from labelling.label_printing_line line where line.printing_id = printing.id)
   order by printing.printed_at desc limit 1`;
