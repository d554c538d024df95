import { SignedIn, type SignedInV1 } from '@choxa/identity';
import { Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { HouseholdChanged, type HouseholdChangedV1 } from '../households/household.events.js';
import { NoteLinks } from './note-links.js';

/** Its phone or address may be another, and whoever was approved has people. */
@Handles(HouseholdChanged)
export class NoteLinksWhenHouseholdChanged implements EventHandler<HouseholdChangedV1> {
  constructor(private readonly noteLinks: NoteLinks) {}

  async handle(tx: Tx, { data }: EventEnvelope<HouseholdChangedV1>): Promise<void> {
    await this.noteLinks.run(tx, data.householdId);
  }
}

/** The device is one of the household's from now on, also for whoever uses it without signing in. */
@Handles(SignedIn)
export class NoteLinksWhenMemberSignedIn implements EventHandler<SignedInV1> {
  constructor(private readonly noteLinks: NoteLinks) {}

  async handle(tx: Tx, { data }: EventEnvelope<SignedInV1>): Promise<void> {
    const households = await sql<{ id: string }>(
      tx,
      'select household_id as id from households.member where account_id = $1 order by household_id',
      [data.accountId],
    );
    for (const { id } of households) await this.noteLinks.run(tx, id);
  }
}
