import { defineEvent } from '@choxa/platform';

/** A household may sell from now on. Codes are null where an imported household lacks its place. */
export interface HouseholdApprovedV1 {
  householdId: string;
  communeCode: string | null;
  provinceCode: string | null;
}

export const HouseholdApproved = defineEvent<HouseholdApprovedV1>('households.household-approved.v1');
