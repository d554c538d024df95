import { Handles, Notify, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { readPostalEvent, ReportAnswered, type ReportAnsweredV1 } from '@choxa/postal-contract';
import { StaffPlaces } from '../staff/staff-places.js';

/** The managers of an operator see what became of their report; one that was returned is told them, since it is to be put right. */
@Handles(ReportAnswered)
export class KeepAnswerWhenReportAnswered implements EventHandler<ReportAnsweredV1> {
  constructor(
    private readonly places: StaffPlaces,
    private readonly notify: Notify,
  ) {}

  async handle(tx: Tx, event: EventEnvelope<ReportAnsweredV1>): Promise<void> {
    const { operatorCode, quarter, version, verdict, reason, answeredAt } = readPostalEvent(ReportAnswered, event.data);
    const [kept] = await sql<{ operatorId: string }>(
      tx,
      `insert into postal.report_answer (operator_id, quarter, version, verdict, reason, answered_at)
       select id, $2, $3, $4, $5, $6 from postal.operator where code = $1
       on conflict do nothing returning operator_id as "operatorId"`,
      [operatorCode, quarter, version, verdict, reason, answeredAt],
    );
    if (!kept || verdict === 'accepted') return;
    const phones = await this.places.managerPhones(kept.operatorId);
    const text = wording(quarter, reason ?? '');
    await this.notify.sendAll(
      tx,
      phones.map((to) => ({ to, channel: 'sms', template: 'postal.report-returned', text })),
    );
  }
}

function wording(quarter: string, reason: string): string {
  const [year, part] = quarter.split('-Q');
  return (
    `Báo cáo bưu chính quý ${part}/${year} bị trả lại: ${reason}. Mở trang Báo cáo quý của bàn bưu cục để sửa và nộp lại. / ` +
    `The postal report of Q${part} ${year} was returned: ${reason}. Correct it and submit it again.`
  );
}
