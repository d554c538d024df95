import { defineEvent } from '@choxa/platform';

/** A household may sell from now on. Codes are null where an imported household lacks its place. */
export interface HouseholdApprovedV1 {
  householdId: string;
  communeCode: string | null;
  provinceCode: string | null;
}

export const HouseholdApproved = defineEvent<HouseholdApprovedV1>('households.household-approved.v1');

/** From now on a household sells nothing; orders already placed go on. */
export interface HouseholdSuspendedV1 {
  householdId: string;
  suspensionId: string;
  /** Code of the reason. */
  reason: string;
}

export const HouseholdSuspended = defineEvent<HouseholdSuspendedV1>('households.household-suspended.v1');

/** A suspension that had begun was lifted: the household sells again. */
export interface HouseholdReopenedV1 {
  householdId: string;
  suspensionId: string;
}

export const HouseholdReopened = defineEvent<HouseholdReopenedV1>('households.household-reopened.v1');

export interface HouseholdChangedV1 {
  householdId: string;
}

/** Something others copy of a household has changed: state, name, producer, address, closure, licences. */
export const HouseholdChanged = defineEvent<HouseholdChangedV1>('households.household-changed.v1');

/** A household whose only member had their data deleted: it stops selling, and is called by this name and address from now on. */
export interface HouseholdErasedV1 {
  householdId: string;
  name: string;
  slug: string;
}

export const HouseholdErased = defineEvent<HouseholdErasedV1>('households.household-erased.v1');
