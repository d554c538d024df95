import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { DevicePinDto, DevicesDto, NewDeviceDto, RegisteredDeviceDto, UnlockedDeviceDto } from './device.dto.js';
import { Devices } from './devices.query.js';
import { RegisterDevice } from './register-device.js';
import { RevokeDevice } from './revoke-device.js';
import { UnlockDevice } from './unlock-device.js';

/** Phones and hand scanners that send scans. */
@ApiTags('post')
@Controller('post/devices')
export class DevicesController {
  constructor(
    private readonly devices: Devices,
    private readonly register: RegisterDevice,
    private readonly unlock: UnlockDevice,
    private readonly revoke: RevokeDevice,
  ) {}

  /** One's own, those of the offices where one is a clerk, and those of operators one manages; at most 200. */
  @Get()
  @Can('postal.device.read')
  @ApiOkResponse({ type: DevicesDto })
  async list(@Who() actor: Actor): Promise<DevicesDto> {
    return { data: await this.devices.list(actor) };
  }

  /** Binds this device to the person who asks. */
  @Post()
  @Can('postal.device.use')
  @ApiCreatedResponse({ type: RegisteredDeviceDto })
  async add(@Who() actor: Actor, @Body() body: NewDeviceDto): Promise<RegisteredDeviceDto> {
    const { id, key, unlockedUntil } = await this.register.run(actor, body);
    return { id, key, unlockedUntil: unlockedUntil.toISOString() };
  }

  /** Opens the device that sends this, for a shift. */
  @Post('unlocking')
  @HttpCode(200)
  @Can('postal.device.use')
  @ApiHeader({ name: 'Device-Key', required: true })
  @ApiOkResponse({ type: UnlockedDeviceDto })
  async open(@Who() actor: Actor, @Body() { pin }: DevicePinDto, @Headers('device-key') key = ''): Promise<UnlockedDeviceDto> {
    return { unlockedUntil: (await this.unlock.run(actor, key, pin)).toISOString() };
  }

  /** From now on the device sends nothing any more. */
  @Post(':id/revocation')
  @HttpCode(204)
  @Can('postal.device.revoke')
  @ApiNoContentResponse()
  async end(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.revoke.run(actor, id);
  }
}
