import { In } from 'typeorm';
import { decodeCursor, DEFAULT_LIMIT, pageOf, platformProblem, sql, type Actor, type Page, type PageQuery, type Tx } from '@choxa/platform';
import { LabelPrintingEntity, LabelPrintingLineEntity } from './label-printing.entity.js';

/** What was printed for a pack, one row per line of a printing. */
export interface PackPrinting {
  id: string;
  position: number;
  printedAt: Date;
  printedByName: string;
  format: LabelPrintingEntity['format'];
  copies: number;
  lotId: string | null;
  lotCode: string | null;
}

/** Printings of a pack, the newest first. Whose pack it is is asked before. */
export async function printingsOfPack(tx: Tx, packId: string, { limit = DEFAULT_LIMIT, cursor }: PageQuery): Promise<Page<PackPrinting>> {
  const after = cursor ? decodeCursor(cursor, 3) : [null, null, null];
  const rows = await sql<PackPrinting>(
    tx,
    `select printing.id, line.position, printing.printed_at as "printedAt", printing.printed_by_name as "printedByName", printing.format,
            line.copies, lot.id as "lotId", lot.code as "lotCode"
       from labelling.label_printing_line line
       join labelling.label_printing printing on printing.id = line.printing_id
       left join labelling.lot on lot.id = line.lot_id
      where line.pack_id = $1
        and ($2::timestamptz is null or (printing.printed_at, printing.id, line.position) < ($2::timestamptz, $3::uuid, $4::int))
      order by printing.printed_at desc, printing.id desc, line.position desc limit $5`,
    [packId, ...after, limit + 1],
  );
  return pageOf(
    rows,
    limit,
    ({ printedAt, id, position }) => [printedAt.toISOString(), id, position],
    (row) => row,
  );
}

/** A printing of the actor's household with its lines in order. Throws `not-found`. */
export async function printingOf(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ printing: LabelPrintingEntity; lines: LabelPrintingLineEntity[] }> {
  const printing = await tx.findOneBy(LabelPrintingEntity, { id, householdId: In(actor.scope('household', 'household')) });
  if (!printing) throw platformProblem('not-found');
  return { printing, lines: await tx.find(LabelPrintingLineEntity, { where: { printingId: id }, order: { position: 'ASC' } }) };
}
