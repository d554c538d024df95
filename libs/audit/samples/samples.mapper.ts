import { localDay, toLocalTimestamp } from '@choxa/standards';
import { shareOf } from '../indicators/share.rules.js';
import { toInspectionDto } from '../inspections/inspections.mapper.js';
import type { Agreement } from '../inspections/kappa.rules.js';

import type { Interval } from './interval.rules.js';
import type { SampleResult } from './sample-result.rules.js';
import type { AgreementDto, IntervalDto, SampleDto, SampleItemDto, SampleResultDto } from './samples.dto.js';
import type { SampleItemRow, SampleRow } from './samples.query.js';

/** @param accountId of whoever reads */
export function toSampleDto(row: SampleRow, accountId: string): SampleDto {
  return {
    id: row.id,
    title: row.title,
    period: row.period,
    provinces: row.provinces,
    communes: row.communes,
    seed: row.seed,
    size: row.size,
    doublePercent: row.doublePercent,
    method: row.method,
    strataBy: row.strataBy,
    frameSize: row.frameSize,
    frameHash: row.frameHash,
    drawnAt: toLocalTimestamp(row.drawnAt),
    own: row.drawnBy === accountId,
    items: row.items,
    inspected: row.inspected,
    doubleItems: row.doubleItems,
    inspectedTwice: row.inspectedTwice,
  };
}

/** @param accountId of whoever reads */
export function toSampleItemDto(row: SampleItemRow, accountId: string): SampleItemDto {
  const { label } = row;
  return {
    productId: row.productId,
    position: row.position,
    stratum: row.stratum,
    double: row.double,
    productName: row.productName,
    setCode: row.setCode,
    householdId: row.householdId,
    householdName: row.householdName,
    communeCode: row.communeCode,
    communeName: row.communeName,
    provinceCode: row.provinceCode,
    provinceName: row.provinceName,
    compliant: row.compliant,
    label: {
      compliant: label.compliant,
      missing: label.missing,
      ruleVersion: label.ruleVersion,
      barcode: label.barcode?.number ?? null,
      barcodeKind: label.barcode?.kind ?? null,
      lotCode: label.lotCode ?? null,
      traceCode: label.traceCode ?? null,
    },
    lines: row.lines,
    checkedLines: row.checkedLines,
    judgedBy: row.rounds,
    open: row.open,
    inspections: row.inspections.map((inspection) => toInspectionDto(inspection, accountId)),
  };
}

/** @param drawnAt when the frame was read */
export function toSampleResultDto(drawnAt: Date, result: SampleResult): SampleResultDto {
  const { estimate, counter, agreement } = result;
  return {
    drawnOn: localDay(drawnAt),
    declared: shareOf(result.declared.numerator, result.declared.denominator),
    audited: estimate && { ...toIntervalDto(estimate), sharePercent: percent(estimate.share, 'down'), units: estimate.units },
    strata: result.strata.map((stratum) => ({
      key: stratum.key,
      provinceCode: stratum.provinceCode,
      setCode: stratum.setCode,
      units: stratum.units,
      declared: shareOf(stratum.compliantUnits, stratum.units),
      drawn: stratum.drawn,
      audited: shareOf(stratum.right, stratum.judged),
      interval: stratum.interval && toIntervalDto(stratum.interval),
    })),
    found: result.found,
    fields: result.fields,
    counter: {
      lines: shareOf(counter.checkedLines, counter.lines),
      barcodes: shareOf(counter.barcodesRight, counter.barcodesJudged),
    },
    agreement: toAgreementDto(agreement.overall),
    agreementByField: agreement.fields.map((one) => ({ field: one.field, ...toAgreementDto(one.agreement) })),
  };
}

/** Outwards: never narrower in print than it is. */
function toIntervalDto({ low, high }: Interval): IntervalDto {
  return { lowPercent: percent(low, 'down'), highPercent: percent(high, 'up') };
}

function toAgreementDto({ same, pairs, kappa, undefinedWhy, table }: Agreement): AgreementDto {
  return {
    same: shareOf(same, pairs),
    // Towards nothing: what is not complete agreement never prints as 1.
    kappa: kappa === null ? null : (Math.trunc(kappa * 1_000) / 1_000).toFixed(3),
    undefinedWhy,
    table: table.map(([right = 0, wrong = 0, unclear = 0]) => ({ right, wrong, unclear })),
  };
}

/** With two decimals; what is less than whole prints as 99.99 at the most, unless it is an upper bound. */
function percent(share: number, direction: 'down' | 'up'): string {
  // A quotient of floats lies beside its true value by less than this rounds away.
  const hundredths = Number((share * 10_000).toFixed(6));
  const whole = direction === 'up' ? Math.ceil(hundredths) : Math.min(Math.floor(hundredths), share < 1 ? 9_999 : 10_000);
  return (whole / 100).toFixed(2);
}
