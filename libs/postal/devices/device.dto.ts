import { Flag, Instant, Int, ListOf, Text, Uuid } from '@choxa/platform';
import { PIN_PATTERN } from './device.rules.js';

export class DeviceDto {
  @Uuid() id: string;
  @Text({ max: 60 }) name: string;
  @Text() officeName: string;
  @Flag({ description: "The caller's own" }) own: boolean;
  @Flag({ description: 'Five wrong PINs: to be revoked and registered anew' }) pinLocked: boolean;
  @Instant({ optional: true }) unlockedUntil: string | null;
  @Int({ optional: true, min: -2_147_483_648, description: 'Our clock less its clock, milliseconds; null when never measured' })
  clockOffsetMs: number | null;
  @Instant({ optional: true, description: 'When it last sent something' }) seenAt: string | null;
  @Instant() registeredAt: string;
  @Instant({ optional: true }) revokedAt: string | null;
}

export class DevicesDto {
  @ListOf(() => DeviceDto) data: DeviceDto[];
}

export class NewDeviceDto {
  @Text({ min: 2, max: 60 }) name: string;
  @Uuid({ description: 'One of your offices' }) officeId: string;
  @Text({ pattern: PIN_PATTERN, max: 8, description: 'Four to eight digits' }) pin: string;
}

export class RegisteredDeviceDto {
  @Uuid() id: string;
  @Text({ description: 'Shown this once; goes into the header Device-Key' }) key: string;
  @Instant() unlockedUntil: string;
}

export class DevicePinDto {
  @Text({ max: 8, description: 'Four to eight digits' }) pin: string;
}

export class UnlockedDeviceDto {
  @Instant() unlockedUntil: string;
}
