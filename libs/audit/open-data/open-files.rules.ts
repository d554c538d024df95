import { toLocalTimestamp } from '@choxa/standards';
import { textCell } from '../exports/canonical-csv.rules.js';
import { methodFor } from '../indicators/indicator.js';
import { INDICATORS } from '../indicators/registry.js';
import { readPeriod } from '../periods/audit-period.rules.js';
import { canonicalJson } from '../periods/canonical-json.rules.js';
import type { DocumentIndicator, PeriodDocument } from '../periods/period-document.js';
import { LICENCE, OPEN_FIELDS } from './open-dictionary.js';
import type { OpenRow } from './open-rows.rules.js';

/** Changes when the fields of the JSON do. */
const FORMAT = 'choxa-open-1';

/** A closed version, what of it is published, and how places are called. */
export interface OpenPeriod {
  readonly document: PeriodDocument;
  readonly closedAt: Date;
  /** Hash of the closed document itself, which is not published. */
  readonly documentSha256: string;
  readonly rows: readonly OpenRow[];
  nameOf(placeCode: string): string;
}

type FieldName = (typeof OPEN_FIELDS)[number]['name'];

/** The rows as CSV with the mark by which spreadsheets know UTF-8; columns as in the dictionary. */
export function openCsv(period: OpenPeriod): Buffer {
  const head = OPEN_FIELDS.map(({ name }) => name).join(',');
  const lines = period.rows.map((row) => {
    const cells = cellsOf(period, row);
    return OPEN_FIELDS.map(({ name }) => cells[name]).join(',');
  });
  return Buffer.from(`\uFEFF${[head, ...lines].map((line) => `${line}\r\n`).join('')}`);
}

function cellsOf({ document, nameOf }: OpenPeriod, row: OpenRow): Record<FieldName, string> {
  const { method, measure } = document.indicators.find(({ number }) => number === row.indicator)!;
  const number = (value: number | string | null): string => String(value ?? '');
  return {
    period: document.period,
    version: String(document.version),
    indicator: String(row.indicator),
    method: textCell(method),
    measure,
    place_kind: row.placeKind,
    place_code: row.placeCode,
    place_name: textCell(nameOf(row.placeCode)),
    numerator: number(row.numerator),
    denominator: number(row.denominator),
    value: number(row.value),
    net_numerator: number(row.netNumerator),
    net_denominator: number(row.netDenominator),
    net_value: number(row.netValue),
    left_out: String(row.leftOut),
  };
}

/** The same with licence, methods and dictionary, in canonical JSON. */
export function openJson({ document, closedAt, documentSha256, rows, nameOf }: OpenPeriod): Buffer {
  const { period, version, firstDay, lastDay, cutOffAt, reason } = document;
  const published = new Set(rows.map(({ indicator }) => indicator));
  const content = {
    format: FORMAT,
    period,
    version,
    first_day: firstDay,
    last_day: lastDay,
    cut_off_at: cutOffAt,
    closed_at: toLocalTimestamp(closedAt),
    correction_reason: reason,
    closed_document_sha256: documentSha256,
    licence: LICENCE,
    dictionary: OPEN_FIELDS,
    indicators: document.indicators.filter(({ number }) => published.has(number)).map((indicator) => methodOf(indicator, period)),
    figures: rows.map((row) => ({
      indicator: row.indicator,
      place_kind: row.placeKind,
      place_code: row.placeCode,
      place_name: nameOf(row.placeCode),
      numerator: row.numerator,
      denominator: row.denominator,
      value: row.value,
      net_numerator: row.netNumerator,
      net_denominator: row.netDenominator,
      net_value: row.netValue,
      left_out: row.leftOut,
    })),
  };
  return Buffer.from(canonicalJson(content));
}

/** How an indicator was counted; the texts are those of the method that held in the period. */
function methodOf({ number, measure, unit, method, basis, target }: DocumentIndicator, period: string) {
  const indicator = INDICATORS.find((one) => one.number === number);
  const known = indicator && methodFor(indicator, readPeriod(period, new Date(0)));
  return {
    number,
    measure,
    unit,
    method,
    basis,
    target,
    title_vi: indicator?.titleVi ?? '',
    title_en: indicator?.titleEn ?? '',
    formula: known?.formula ?? '',
    text_vi: known?.textVi ?? '',
    text_en: known?.textEn ?? '',
  };
}
