import {
  Instant,
  Int,
  ListOf,
  Nested,
  OneOf,
  ROLES,
  SCOPE_KINDS,
  Text,
  Texts,
  Uuid,
  type Actor,
  type Role,
  type ScopeKind,
} from '@choxa/platform';
import { RoleDto } from '../accounts/me.dto.js';
import { MAX_KEY_DAYS, policiesForKey } from './api-key.rules.js';
import type { ApiKey } from './api-keys.query.js';

export class KeyGrantDto {
  @OneOf(ROLES) role: Role;
  @OneOf(SCOPE_KINDS) scopeKind: ScopeKind;
  @Text({ min: 1, max: 100 }) scopeId: string;
}

export class CreateApiKeyDto {
  @Text({ min: 1, max: 60 }) name: string;
  @ListOf(() => KeyGrantDto, { max: 50, description: 'Roles of the account that the key may use; none: what anybody signed in may do' })
  grants: KeyGrantDto[];
  @Texts({ max: 100, maxLength: 60, description: 'Names of the policies it may pass' }) policies: string[];
  @Int({ min: 1, max: MAX_KEY_DAYS, description: 'Days until it ends' }) days: number;
}

export class ApiKeyDto {
  @Uuid() id: string;
  @Text() name: string;
  @Text({ description: 'How the key begins' }) prefix: string;
  @ListOf(() => RoleDto) grants: RoleDto[];
  @Texts() policies: string[];
  @Instant() createdAt: string;
  @Instant() expiresAt: string;
  @Instant({ optional: true, description: 'To the hour' }) lastUsedAt: string | null;
}

export class CreatedApiKeyDto {
  @Text({ description: 'The whole key, shown this once' }) key: string;
  @Nested(() => ApiKeyDto) apiKey: ApiKeyDto;
}

export class ApiKeysDto {
  @ListOf(() => ApiKeyDto) data: ApiKeyDto[];
  @Text({ optional: true }) next: string | null;
  @Texts({ description: 'What a new key with all of the roles of this session may be given' }) policies: string[];
}

export function toApiKeyDto({ grants, createdAt, expiresAt, lastUsedAt, ...key }: ApiKey): ApiKeyDto {
  return {
    ...key,
    grants: grants.map(({ label, ...grant }) => ({ ...grant, scopeName: label })),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

export function toApiKeysDto(keys: ApiKey[], { grants }: Actor): ApiKeysDto {
  return { data: keys.map(toApiKeyDto), next: null, policies: policiesForKey(grants) };
}
