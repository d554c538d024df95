import { Check, Entity, PrimaryColumn } from 'typeorm';

/** Ways in which a buyer can be the selling household itself. */
export type LinkKind = 'account' | 'phone' | 'address' | 'device';

/** Pseudonym of something that belongs, or once belonged, to a household's people. A purchase that carries the same is one from itself. */
@Entity({ schema: 'audit', name: 'household_link' })
@Check('household_link_kind', `kind in ('account', 'phone', 'address', 'device')`)
export class HouseholdLinkEntity {
  @PrimaryColumn('uuid', { name: 'household_id' })
  householdId: string;

  @PrimaryColumn('text')
  kind: LinkKind;

  @PrimaryColumn('text')
  hash: string;
}
