import { wrongUse } from '../failure.js';
import { verifyAuditTrail } from './audit-trail.js';
import { verifyFacts } from './facts.js';
import { verifyLedger } from './ledger.js';
import { verifyPeriods } from './periods.js';

const SUBJECTS: Readonly<Record<string, () => Promise<void>>> = {
  'audit-trail': verifyAuditTrail,
  ledger: verifyLedger,
  facts: verifyFacts,
  periods: verifyPeriods,
};

/** `npm run cli -- verify audit-trail|ledger|facts|periods` */
export async function run([subject = '', ...rest]: string[]): Promise<void> {
  const verify = Object.hasOwn(SUBJECTS, subject) ? SUBJECTS[subject] : undefined;
  const known = Object.keys(SUBJECTS).join(' | ');
  if (!verify || rest.length)
    throw wrongUse(`Không kiểm tra được "${subject}"; kiểm tra được: ${known}`, `Cannot verify "${subject}"; known: ${known}`);
  await verify();
}
