import { defineEvent } from '@choxa/platform';

/** Ways in which a buyer can be the selling household itself. */
export type LinkKind = 'account' | 'phone' | 'address' | 'device';

/** Something belongs, or once belonged, to a household's people. Pseudonyms only. */
export interface HouseholdLinkedV1 {
  householdId: string;
  links: { kind: LinkKind; hash: string }[];
}

export const HouseholdLinked = defineEvent<HouseholdLinkedV1>('households.household-linked.v1');
