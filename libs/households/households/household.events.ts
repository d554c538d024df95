import { defineEvent } from '@choxa/platform';

/** A household may sell from now on. Codes are null where an imported household lacks its place. */
export interface HouseholdApprovedV1 {
  householdId: string;
  communeCode: string | null;
  provinceCode: string | null;
}

export const HouseholdApproved = defineEvent<HouseholdApprovedV1>('households.household-approved.v1');

/** A household whose only member had their data deleted: it stops selling, and is called by this name and address from now on. */
export interface HouseholdErasedV1 {
  householdId: string;
  name: string;
  slug: string;
}

export const HouseholdErased = defineEvent<HouseholdErasedV1>('households.household-erased.v1');
