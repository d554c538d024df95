import { platformProblem } from '@choxa/platform';
import { toLocalTimestamp } from '@choxa/standards';
import type { InspectionRow } from '../samples/samples.query.js';
import type { FindingDto, InspectionDto } from './inspections.dto.js';
import type { Finding } from './record-inspection.js';
import { INSPECTED_FIELDS } from './verdicts.rules.js';

/** @throws Problem `request.invalid` where a field is judged twice */
export function toFinding({ verdicts, inspectedAt, ...rest }: FindingDto): Finding {
  const fields = verdicts.map(({ field }) => field);
  const errors = fields.flatMap((field, at) =>
    fields.indexOf(field) === at ? [] : [{ pointer: `/verdicts/${at}/field`, code: 'twice', detail: field }],
  );
  if (errors.length) throw platformProblem('request.invalid', { errors });
  return {
    ...rest,
    verdicts: Object.fromEntries(verdicts.map(({ field, verdict }) => [field, verdict])),
    inspectedAt: new Date(inspectedAt),
  };
}

/** @param accountId of whoever reads */
export function toInspectionDto(row: InspectionRow, accountId: string): InspectionDto {
  return {
    id: row.id,
    round: row.round,
    inspector: row.inspector,
    own: row.inspectedBy === accountId,
    verdicts: INSPECTED_FIELDS.flatMap((field) => {
      const verdict = row.verdicts[field];
      return verdict ? [{ field, verdict }] : [];
    }),
    outcome: row.outcome,
    remark: row.remark,
    scannedCode: row.scannedCode,
    codeMatches: row.codeMatches,
    photoIds: row.photoIds,
    latitude: row.latitude,
    longitude: row.longitude,
    inspectedAt: toLocalTimestamp(new Date(row.inspectedAt)),
    recordedAt: toLocalTimestamp(new Date(row.recordedAt)),
    corrects: row.corrects,
    reason: row.reason,
  };
}
