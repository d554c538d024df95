import { platformProblem, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { INDICATORS } from '../../indicators/registry.js';
import { compareReport } from '../../operator-reports/compare-report.rules.js';
import { ownFigures, type OwnFigures } from '../../operator-reports/own-figures.query.js';
import { receivedVersions } from '../../operator-reports/received-versions.query.js';
import { reportDeadlines, reportStandings } from '../../operator-reports/report-standings.query.js';
import { dueOf, stateOf, type ReportState } from '../../operator-reports/report-state.rules.js';
import type { AuditTable, TableQuestion, TableRow } from '../audit-table.js';

const STATES: Record<ReportState, string> = {
  missing: 'chưa nộp / not submitted',
  submitted: 'đã nộp / submitted',
  late: 'nộp trễ / late',
  returned: 'trả lại / returned',
  accepted: 'đã nhận / accepted',
};

/** The state of each operator's report of each quarter of the period. */
export const OPERATOR_REPORTS: AuditTable = {
  key: 'operator-reports',
  inReport: 'nation',
  titleVi: 'Tình trạng báo cáo của doanh nghiệp bưu chính',
  titleEn: 'Where the reports of the postal operators stand',
  columns: [
    { key: 'quarter', titleVi: 'Quý', titleEn: 'Quarter', kind: 'text' },
    { key: 'operator', titleVi: 'Doanh nghiệp', titleEn: 'Operator', kind: 'text' },
    { key: 'dueOn', titleVi: 'Hạn nộp', titleEn: 'Due on', kind: 'day' },
    { key: 'state', titleVi: 'Tình trạng', titleEn: 'State', kind: 'text' },
    { key: 'firstOn', titleVi: 'Nộp lần đầu', titleEn: 'First submitted', kind: 'day' },
    { key: 'version', titleVi: 'Bản mới nhất', titleEn: 'Latest version', kind: 'int' },
    { key: 'submittedOn', titleVi: 'Nộp ngày', titleEn: 'Submitted on', kind: 'day' },
    { key: 'reason', titleVi: 'Lý do trả lời', titleEn: 'Words of the answer', kind: 'text' },
  ],
  async rows(tx, question) {
    mustBeNational(question);
    const { period, filters } = question.scope;
    const deadlines = await reportDeadlines(tx);
    return (await reportStandings(tx, period, filters.operator)).map((standing) => {
      const { dueOn } = dueOf(standing.quarter, deadlines);
      return {
        quarter: standing.quarter,
        operator: standing.operatorName,
        dueOn,
        state: STATES[stateOf(standing, dueOn)],
        firstOn: standing.firstOn,
        version: standing.version,
        submittedOn: standing.submittedAt && localDay(standing.submittedAt),
        reason: standing.reason,
      };
    });
  },
  method: () => [
    'Đúng hạn xét theo bản nộp đầu tiên; hạn nộp theo bảng hạn nộp có ngày hiệu lực và căn cứ. / On time by the first version; deadlines by a table with dates and basis.',
  ],
};

/** The operators side by side: each figure of the latest version beside our own facts. */
export const OPERATORS_BOARD: AuditTable = {
  key: 'operators-board',
  inReport: 'nation',
  titleVi: 'Số báo cáo của doanh nghiệp bưu chính cạnh số của nền tảng',
  titleEn: 'Reported figures of the postal operators beside the platform’s own',
  columns: [
    { key: 'operator', titleVi: 'Doanh nghiệp', titleEn: 'Operator', kind: 'text' },
    { key: 'number', titleVi: 'Số', titleEn: 'No.', kind: 'int' },
    { key: 'title', titleVi: 'Chỉ tiêu', titleEn: 'Indicator', kind: 'text' },
    { key: 'reported', titleVi: 'Tử số báo cáo', titleEn: 'Reported numerator', kind: 'int' },
    { key: 'reportedWhole', titleVi: 'Mẫu số báo cáo', titleEn: 'Reported denominator', kind: 'int' },
    { key: 'ours', titleVi: 'Tử số của nền tảng', titleEn: 'Our numerator', kind: 'int' },
    { key: 'oursWhole', titleVi: 'Mẫu số của nền tảng', titleEn: 'Our denominator', kind: 'int' },
    { key: 'difference', titleVi: 'Chênh lệch', titleEn: 'Difference', kind: 'int' },
    { key: 'percent', titleVi: 'Chênh lệch (%)', titleEn: 'Difference (%)', kind: 'percent' },
    { key: 'reason', titleVi: 'Lý do của doanh nghiệp', titleEn: 'The operator’s reason', kind: 'text' },
  ],
  async rows(tx, question) {
    mustBeNational(question);
    const { period, filters, asOf } = question.scope;
    const own = await ownFigures(tx, period, asOf, question.places);
    const rows: TableRow[] = [];
    for (const { operatorCode, operatorName } of (await reportStandings(tx, period, filters.operator)).filter(
      ({ quarter }) => quarter === period.key,
    ))
      rows.push(
        ...(await comparedRows(tx, operatorCode, period.key, own.get(operatorCode) ?? new Map())).map((row) => ({
          operator: operatorName,
          ...row,
        })),
      );
    return rows;
  },
  method: () => [
    'Số báo cáo: bản mới nhất doanh nghiệp đã nộp. Số của nền tảng: tính từ dữ liệu, cách tính của từng chỉ tiêu. / Reported: the latest version submitted. Ours: counted ' +
      'from the facts by the method of each indicator.',
  ],
};

async function comparedRows(tx: Tx, operatorCode: string, quarter: string, own: OwnFigures): Promise<TableRow[]> {
  const [latest] = await receivedVersions(tx, operatorCode, quarter);
  return compareReport(latest?.figures ?? [], own).map(({ indicator, reported, ours, difference, percent, reason }) => ({
    number: Number(indicator),
    title: titleOf(indicator),
    reported: reported?.numerator ?? null,
    reportedWhole: reported?.denominator ?? null,
    ours: ours?.numerator ?? null,
    oursWhole: ours?.denominator ?? null,
    difference,
    percent: percent && percent.replace('+', ''),
    reason,
  }));
}

function titleOf(number: string): string {
  const indicator = INDICATORS.find((one) => String(one.number) === number);
  return indicator ? `${indicator.titleVi} / ${indicator.titleEn}` : number;
}

/** Reports are of whole operators. @throws Problem `not-found` for officials of less than the nation */
function mustBeNational({ scope }: TableQuestion): void {
  if (scope.area !== null) throw platformProblem('not-found');
}
