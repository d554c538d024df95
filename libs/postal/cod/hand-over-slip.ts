import { Injectable } from '@nestjs/common';
import { formatVnd, localDay, formatDay } from '@choxa/standards';
import { Clock, sql, type Actor } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { printed, type Sheet } from '../printing/sheet.js';
import type { CountKind, CountState } from './cash-count.entity.js';
import type { Notes } from './notes.rules.js';

interface Slip {
  id: string;
  operatorName: string;
  officeName: string;
  holderName: string;
  closedByName: string | null;
  kind: CountKind;
  state: CountState;
  countedVnd: number;
  heldVnd: number | null;
  differenceVnd: number | null;
  reason: string | null;
  notes: Notes[] | null;
  countedAt: Date;
  closedAt: Date | null;
}

/** A5, upright. */
const PAGE = { width: 148, height: 210 };
const LEFT = 12;
const WIDTH = PAGE.width - 2 * LEFT;
const ROW = 7;

/** The slip of cash that went from a person to the office: how much, in which notes, what differed; signed by both. */
@Injectable()
export class HandOverSlip {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  /** A PDF of one page, for clerks of the office and whoever brought the cash. @throws Problem `cash.count-unknown` */
  async run(actor: Actor, id: string): Promise<Buffer> {
    const [slip] = await sql<Slip>(this.db.read, SLIP, [id, staffOffices(actor, 'clerk'), actor.accountId]);
    if (!slip || slip.state === 'withdrawn') throw postalProblem('cash.count-unknown');
    return printed(`Phiếu nộp tiền ${slip.holderName}`, this.clock.now(), [slip], () => PAGE, draw);
  }
}

function draw(sheet: Sheet, slip: Slip): void {
  sheet.text(slip.operatorName, { x: LEFT, y: 10, width: WIDTH, size: 3.2 });
  sheet.text(slip.officeName, { x: LEFT, y: 15, width: WIDTH, size: 3.6, font: 'bold' });
  sheet.text('PHIẾU NỘP TIỀN', { x: LEFT, y: 24, width: WIDTH, size: 6, font: 'bold', align: 'center' });
  sheet.text('Cash hand-over slip', { x: LEFT, y: 32, width: WIDTH, size: 3.2, align: 'center' });
  let y = 40;
  const line = (label: string, value: string, font: 'regular' | 'bold' = 'regular') => {
    sheet.text(label, { x: LEFT, y, width: 62, size: 3.4 });
    sheet.text(value, { x: LEFT + 62, y, width: WIDTH - 62, size: 3.6, font, align: 'right' });
    sheet.rule(LEFT, y + ROW - 1.8, WIDTH);
    y += ROW;
  };
  line('Ngày / Day', formatDay(localDay(slip.countedAt)));
  line('Người nộp / Brought by', slip.holderName, 'bold');
  line('Người nhận / Received by', slip.closedByName ?? '', 'bold');
  line('Nộp / What', slip.kind === 'shift' ? 'Toàn bộ, cuối ca / All' : 'Một phần / A part');
  for (const { valueVnd, pieces } of slip.notes ?? []) line(`${formatVnd(valueVnd)} × ${pieces}`, formatVnd(valueVnd * pieces));
  line('Số tiền đếm được / Counted', formatVnd(slip.countedVnd), 'bold');
  if (slip.heldVnd !== null) line('Theo sổ / By the books', formatVnd(slip.heldVnd));
  line('Chênh lệch / Difference', formatVnd(slip.differenceVnd ?? 0));
  if (slip.reason) sheet.text(`Lý do / Reason: ${slip.reason}`, { x: LEFT, y, width: WIDTH, size: 3.2, lines: 3 });
  signatures(sheet, slip);
}

function signatures(sheet: Sheet, { holderName, closedByName, state }: Slip): void {
  const half = WIDTH / 2;
  const y = PAGE.height - 48;
  for (const [at, role, name] of [
    [0, 'Người nộp / Brought by', holderName],
    [1, 'Người nhận / Received by', closedByName ?? ''],
  ] as const) {
    const x = LEFT + at * half;
    sheet.text(role, { x, y, width: half, size: 3.2, font: 'bold', align: 'center' });
    sheet.text('(ký, ghi rõ họ tên / signature, name)', { x, y: y + 5, width: half, size: 2.6, align: 'center' });
    sheet.rule(x + 8, y + 27, half - 16);
    sheet.text(name, { x, y: y + 29, width: half, size: 3.4, align: 'center' });
  }
  if (state === 'counted')
    sheet.text('Chưa có người thứ hai đếm lại / not yet counted by a second person', {
      x: LEFT,
      y: PAGE.height - 10,
      width: WIDTH,
      size: 2.8,
      align: 'center',
    });
}

const SLIP = `
  select cash_count.id, operator.name as "operatorName", office.name as "officeName", holder_name as "holderName", closed_by_name as "closedByName",
         cash_count.kind, state, counted_vnd as "countedVnd", held_vnd as "heldVnd", amount_vnd as "differenceVnd", reason, notes,
         counted_at as "countedAt", closed_at as "closedAt"
    from postal.cash_count join postal.office on office.id = cash_count.office_id join postal.operator on operator.id = office.operator_id
    left join postal.cash_difference on count_id = cash_count.id
   where cash_count.id = $1 and (cash_count.office_id = any($2::uuid[]) or cash_count.holder_id = $3)`;
