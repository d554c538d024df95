import { Clock, Every, Notify, sql } from '@choxa/platform';
import { formatDay, localDay } from '@choxa/standards';
import { PostalDatabase } from '../postal-database.js';
import { StaffPlaces } from '../staff/staff-places.js';
import { lastQuarter, reportDeadline } from './report-deadline.query.js';

const HOUR_SECONDS = 3_600;

/** Tells the managers of an operator, once, that the report of the last quarter is still to be submitted. */
@Every(HOUR_SECONDS)
export class RemindOfReports {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly places: StaffPlaces,
    private readonly notify: Notify,
  ) {}

  /** Answers how many operators were reminded. */
  async run(): Promise<number> {
    const now = this.clock.now();
    const quarter = lastQuarter(now);
    const { dueOn, remindFrom } = await reportDeadline(this.db.read, quarter);
    const today = localDay(now);
    if (today < remindFrom || today > dueOn) return 0;
    const silent = await sql<{ id: string }>(this.db.read, SILENT, [quarter]);
    let reminded = 0;
    for (const { id } of silent) if (await this.remind(id, quarter, dueOn)) reminded += 1;
    return reminded;
  }

  private async remind(operatorId: string, quarter: string, dueOn: string): Promise<boolean> {
    const phones = await this.places.managerPhones(operatorId);
    if (!phones.length) return false;
    return this.db.transaction(async (tx) => {
      // Another process may have told them meanwhile.
      const written = await sql(
        tx,
        'insert into postal.report_reminder (operator_id, quarter, sent_at) values ($1, $2, $3) on conflict do nothing returning quarter',
        [operatorId, quarter, this.clock.now()],
      );
      if (!written.length) return false;
      const text = wording(quarter, formatDay(dueOn));
      await this.notify.sendAll(
        tx,
        phones.map((to) => ({ to, channel: 'sms', template: 'postal.report-due', text })),
      );
      return true;
    });
  }
}

function wording(quarter: string, dueOn: string): string {
  const [year, part] = quarter.split('-Q');
  return (
    `Báo cáo bưu chính quý ${part}/${year} chưa nộp. Hạn nộp: ${dueOn}. Mở trang Báo cáo quý của bàn bưu cục để nộp. / ` +
    `The postal report of Q${part} ${year} is not submitted yet. It is due on ${dueOn}.`
  );
}

const SILENT = `
  select operator.id from postal.operator
   where not exists (select from postal.quarter_report where operator_id = operator.id and quarter = $1)
     and not exists (select from postal.report_reminder where operator_id = operator.id and quarter = $1) order by operator.id`;
