import { Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Role, ScopeKind } from '@choxa/platform';
import { ApiKeyEntity } from './api-key.entity.js';

/** One of its account's (role, scope) pairs that an API key may use, while the account has it. */
@Entity({ schema: 'identity', name: 'api_key_grant' })
export class ApiKeyGrantEntity {
  @PrimaryColumn('uuid', { name: 'key_id' })
  keyId: string;

  @ManyToOne(() => ApiKeyEntity)
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'api_key_grant_key' })
  key?: ApiKeyEntity;

  @PrimaryColumn('text')
  role: Role;

  @PrimaryColumn('text', { name: 'scope_kind' })
  scopeKind: ScopeKind;

  @PrimaryColumn('text', { name: 'scope_id' })
  scopeId: string;
}
