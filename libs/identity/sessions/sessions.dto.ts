import { Flag, Instant, Int, ListOf, Text, Uuid } from '@choxa/platform';
import { deviceNames } from './device.rules.js';
import type { OpenSession } from './sessions.query.js';

export class SignInDto {
  @Text({ max: 30, description: 'The mobile number the code went to', example: '0912 345 678' })
  phone: string;

  @Text({ min: 6, max: 6, pattern: /^[0-9]{6}$/, example: '012345' })
  code: string;

  @Text({ max: 100, optional: true, description: 'Taken where the account has no name yet' })
  name?: string;
}

export class SessionDto {
  @Uuid() id: string;
  @Text({ optional: true, description: 'As the device names itself' }) browser: string | null;
  @Text({ optional: true, description: 'As the device names itself' }) system: string | null;
  @Flag({ description: 'Opened with password and second factor' }) secondFactor: boolean;
  @Instant() openedAt: string;
  @Instant({ description: 'To the hour' }) lastSeenAt: string;
  @Flag({ description: 'The session of this very request' }) current: boolean;
}

export class SessionsDto {
  @ListOf(() => SessionDto) data: SessionDto[];
  @Text({ optional: true }) next: string | null;
}

export class EndedSessionsDto {
  @Int() ended: number;
}

export function toSessionDto({ id, userAgent, assurance, openedAt, lastSeenAt }: OpenSession, currentId: string): SessionDto {
  return {
    id,
    ...deviceNames(userAgent),
    secondFactor: assurance === 'second-factor',
    openedAt: openedAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    current: id === currentId,
  };
}
