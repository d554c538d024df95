import { VerifyPeriods, type PeriodFaultKind } from '@choxa/audit';
import { Failure } from '../failure.js';
import { onDatabase } from '../import/on-database.js';

/** Tells every closed period again from its frozen rows and checks hash and signature. @throws Failure naming the first wrong version */
export async function verifyPeriods(): Promise<void> {
  const { versions, faults } = await onDatabase((app) => app.get(VerifyPeriods, { strict: false }).run());
  const [fault] = faults;
  if (fault) {
    const [vi, en] = WORDS[fault.kind];
    throw new Failure(`Kỳ ${fault.period}, phiên bản ${fault.version}: ${vi}.`, `Period ${fault.period}, version ${fault.version}: ${en}.`);
  }
  console.log(
    `Kỳ đã chốt nguyên vẹn: ${versions} phiên bản, tính lại khớp từng byte. / ` +
      `The closed periods are whole: ${versions} versions, told again to the same bytes.`,
  );
}

const WORDS: Record<PeriodFaultKind, [vi: string, en: string]> = {
  missing: ['phiên bản trước đó không còn', 'the version before it is gone'],
  hash: ['văn bản khác mã băm', 'its document is not the one that was hashed'],
  signature: ['chữ ký không đúng, hoặc không phải khóa của hệ thống này', 'its signature is wrong, or of a key that is not ours'],
  figures: ['số liệu đã đóng băng tính lại ra kết quả khác', 'what is frozen under it says something else'],
};
