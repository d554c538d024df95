import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RegisterEntryEntity } from './register-entry.entity.js';
import type { RegisterCallOutcome } from './register-call.rules.js';

/** Somebody called a household of a register. Calls stay with the household's name in its commune when the next register comes. */
@Entity({ schema: 'households', name: 'register_call' })
@Index('register_call_of_name', ['communeCode', 'nameKey', 'calledAt'])
@Check('register_call_outcome', `outcome in ('will_sell', 'needs_help', 'no_answer', 'wrong_number', 'unwilling', 'other')`)
export class RegisterCallEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => RegisterEntryEntity, { name: 'register_call_entry' })
  @Column('uuid', { name: 'entry_id' })
  entryId: string;

  @Column('text', { name: 'commune_code' })
  communeCode: string;

  /** The name folded as registers are compared. */
  @Column('text', { name: 'name_key' })
  nameKey: string;

  @Column('text')
  outcome: RegisterCallOutcome;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz', { name: 'called_at' })
  calledAt: Date;

  /** Account. */
  @Column('uuid', { name: 'called_by' })
  calledBy: string;
}
