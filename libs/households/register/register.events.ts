import { defineEvent } from '@choxa/platform';

/** A version of a commune's register of OCOP households came in. */
export interface RegisterImportedV1 {
  versionId: string;
  communeCode: string;
  provinceCode: string;
  /** `YYYY-MM-DD`. */
  asOf: string;
  version: number;
  /** Its households in order; null where it is not known which household of the platform it is. */
  households: { entryId: string; householdId: string | null }[];
}

export const RegisterImported = defineEvent<RegisterImportedV1>('households.register-imported.v1');

/** It became known which household of the platform a household of a register is. */
export interface RegisterEntryMatchedV1 {
  versionId: string;
  entryId: string;
  householdId: string;
}

export const RegisterEntryMatched = defineEvent<RegisterEntryMatchedV1>('households.register-entry-matched.v1');
