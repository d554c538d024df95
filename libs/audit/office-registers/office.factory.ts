import type { OfficeChangedV1 } from '@choxa/postal-contract';

let offices = 0;

/** A staffed counter in phường Ba Đình, Hà Nội, as it was described when the year began; tests say what is different. */
export function anOffice(changes: Partial<OfficeChangedV1> = {}): OfficeChangedV1 {
  return {
    operatorCode: 'song-hong',
    operatorName: 'Bưu chính Sông Hồng (mẫu)',
    officeCode: `SH-${(offices += 1)}`,
    officeName: 'Bưu cục Ba Đình',
    version: 1,
    changedAt: '2026-01-01T01:00:00.000Z',
    kind: 'counter',
    communeCode: '00004',
    provinceCode: '01',
    staffed: true,
    internet: true,
    publicService: false,
    validFrom: '2026-01-01',
    validTo: null,
    ...changes,
  };
}
