import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { GuessKind } from './guess.rules.js';

/** Guesses at one secret of one phone since the last right one. Kept for phones without an account too, so that they look no different. */
@Entity({ schema: 'identity', name: 'guess_count' })
@Check('guess_count_kind', `kind in ('password', 'factor')`)
@Check('guess_count_tries', 'tries > 0')
export class GuessCountEntity {
  /** E.164. */
  @PrimaryColumn('text')
  phone: string;

  @PrimaryColumn('text')
  kind: GuessKind;

  @Column('int')
  tries: number;

  /** Until then no guess is looked at. */
  @Column('timestamptz', { name: 'locked_until' })
  lockedUntil: Date;

  @Column('timestamptz', { name: 'last_at' })
  lastAt: Date;
}
