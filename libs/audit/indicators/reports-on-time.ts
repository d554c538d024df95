import type { Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { reportDeadlines, reportStandings, type OperatorStanding } from '../operator-reports/report-standings.query.js';
import { dueOf, isOnTime, stateOf, type ReportState } from '../operator-reports/report-state.rules.js';
import type { Scope } from '../scope/scope.js';
import type { CellFigure, Counted, Figure, Indicator, Side } from './indicator.js';

/** Indicator 10. */
export const REPORTS_ON_TIME: Indicator = {
  number: 10,
  titleVi: 'Tỷ lệ doanh nghiệp bưu chính báo cáo trực tuyến đúng hạn',
  titleEn: 'Share of postal operators that report online on time',
  measure: 'share',
  unit: 'operatorReports',
  methods: [
    {
      version: '10.1',
      basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
      validFrom: '2024-05-02',
      validTo: null,
      target: null,
      returnDays: 0,
      formula: '|{(operator, quarter) : first version submitted by the deadline}| / |{(operator, quarter) due}|',
      textVi:
        'Tử số: số báo cáo quý mà bản đầu tiên được nộp trực tuyến không muộn hơn hạn nộp (bảng hạn nộp có ngày hiệu lực và căn cứ). Mẫu số: số báo cáo quý phải ' +
        'nộp trong kỳ: mỗi doanh nghiệp có điểm phục vụ mở vào ngày cuối quý là một; quý chưa qua hạn nộp chỉ tính khi đã nộp. Báo cáo bị trả lại để sửa vẫn ' +
        'tính theo bản nộp đầu. Tỷ lệ làm tròn xuống hai chữ số thập phân; kỳ không phát sinh thì không có tỷ lệ.',
      textEn:
        'Numerator: quarterly reports whose first version was submitted online no later than the deadline (a table with dates and basis). Denominator: reports ' +
        'due in the period: one for each operator with a service point open on the last day of the quarter; before its deadline a quarter counts only when ' +
        'submitted. A report returned to be put right counts by its first version. Shares are rounded down to two decimals; where none arose there is no share.',
    },
  ],
  breakdowns: ['operator'],
  figure,
  breakdown,
};

interface DueReport extends OperatorStanding {
  onTime: boolean;
  state: ReportState;
}

async function figure(tx: Tx, scope: Scope): Promise<Figure> {
  const reports = await dueReports(tx, scope);
  return { ...counted(reports), net: null, sides: (['accepted', 'returned', 'missing'] as const).map((state) => side(reports, state)) };
}

async function breakdown(tx: Tx, scope: Scope): Promise<CellFigure[]> {
  const operators = Map.groupBy(await dueReports(tx, scope), ({ operatorCode }) => operatorCode);
  return [...operators]
    .map(([code, reports]) => ({ code, name: reports[0]!.operatorName, ...counted(reports), net: null, sides: [] }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

async function dueReports(tx: Tx, scope: Scope): Promise<DueReport[]> {
  const deadlines = await reportDeadlines(tx);
  const today = localDay(scope.asOf);
  return (await reportStandings(tx, scope.period, scope.filters.operator)).flatMap((standing) => {
    const { dueOn } = dueOf(standing.quarter, deadlines);
    const counts = standing.due && (standing.firstOn !== null || dueOn < today);
    return counts ? [{ ...standing, onTime: isOnTime(standing, dueOn), state: stateOf(standing, dueOn) }] : [];
  });
}

function counted(reports: readonly DueReport[]): Counted {
  return { numerator: reports.filter(({ onTime }) => onTime).length, denominator: reports.length };
}

function side(reports: readonly DueReport[], state: ReportState): Side {
  const numerator = reports.filter((report) => report.state === state).length;
  return { key: `report_${state}`, numerator, denominator: reports.length, unit: 'operatorReports' };
}
