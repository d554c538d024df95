import { Check, Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/**
 * One thing somebody did. Append-only: triggers refuse every change but one, from unchained to chained. An entry is chained seconds after
 * its transaction, so that no two use cases wait for each other's place in the chain.
 */
@Entity({ schema: 'platform', name: 'trail_entry' })
@Unique('trail_entry_sequence', ['sequence'])
@Index('trail_entry_unchained', ['id'], { where: 'sequence is null' })
@Index('trail_entry_on_behalf', ['onBehalfOf', 'id'], { where: 'on_behalf_of is not null' })
@Index('trail_entry_subject', ['subjectKind', 'subjectId', 'id'])
@Check('trail_entry_actor', `(actor_kind = 'account') = (account_id is not null) and actor_kind in ('account', 'guest', 'system')`)
@Check('trail_entry_delegated', `(on_behalf_of is null) = (delegation_id is null)`)
@Check('trail_entry_chained', `(sequence is null) = (hash is null) and (sequence is null) = (previous_hash is null)`)
export class TrailEntryEntity {
  /** In the order of writing; gaps where a transaction was undone. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('timestamptz')
  at: Date;

  @Column('text', { name: 'actor_kind' })
  actorKind: 'account' | 'guest' | 'system';

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  /** The session or key the request came with. */
  @Column('text', { name: 'session_id', nullable: true })
  sessionId: string | null;

  /** The household in whose name it was done, and by which delegation. */
  @Column('uuid', { name: 'on_behalf_of', nullable: true })
  onBehalfOf: string | null;

  @Column('uuid', { name: 'delegation_id', nullable: true })
  delegationId: string | null;

  @Column('text')
  action: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind: string;

  @Column('text', { name: 'subject_id' })
  subjectId: string;

  @Column('jsonb')
  details: Record<string, unknown>;

  /** Place in the chain, 1, 2, 3 … without gaps. */
  @Column('bigint', { nullable: true })
  sequence: number | null;

  /** SHA-256 of the entry before, hex; zeros for the first. */
  @Column('text', { name: 'previous_hash', nullable: true })
  previousHash: string | null;

  @Column('text', { nullable: true })
  hash: string | null;
}
