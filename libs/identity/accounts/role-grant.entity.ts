import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Role, ScopeKind } from '@choxa/platform';
import { AccountEntity } from './account.entity.js';

/** A role of an account over one thing: a household, a post office, a postal enterprise, a province. */
@Entity({ schema: 'identity', name: 'role_grant' })
@Check('role_grant_role', `role in ('household', 'clerk', 'courier', 'postal_manager', 'sender', 'official', 'admin')`)
@Check('role_grant_scope_kind', `scope_kind in ('household', 'office', 'operator', 'commune', 'province', 'nation')`)
export class RoleGrantEntity {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @ManyToOne(() => AccountEntity)
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'role_grant_account' })
  account?: AccountEntity;

  @PrimaryColumn('text')
  role: Role;

  @PrimaryColumn('text', { name: 'scope_kind' })
  scopeKind: ScopeKind;

  /** Id or code of the thing in its own lib. */
  @PrimaryColumn('text', { name: 'scope_id' })
  scopeId: string;

  /** The thing's name as whoever granted the role knew it: identity looks into no other lib. */
  @Column('text', { nullable: true })
  label: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
