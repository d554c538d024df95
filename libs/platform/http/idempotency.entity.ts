import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The answer once given to a request with an Idempotency-Key, given again to every repeat of it. */
@Entity({ schema: 'platform', name: 'idempotency' })
export class IdempotencyEntity {
  /** Account, cart or device that sent the key: another's same key is another key. */
  @PrimaryColumn('text')
  owner: string;

  @PrimaryColumn('text')
  route: string;

  @PrimaryColumn('text')
  key: string;

  /** SHA-256 of the request body, hex. */
  @Column('text', { name: 'body_hash' })
  bodyHash: string;

  /** The answer as it was sent, byte for byte. Null only inside the transaction that makes it. */
  @Column('text', { nullable: true })
  answer: string | null;

  @Index('idempotency_created_at')
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
