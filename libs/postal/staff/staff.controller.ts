import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { AssignStaff } from './assign-staff.js';
import { EndStaff } from './end-staff.js';
import { AssignStaffDto, EndStaffDto, StaffDto, StaffQuery } from './staff.dto.js';
import { Staff } from './staff.query.js';

/** Who works at which office, for managers. Both changes may be sent again. */
@ApiTags('post')
@Controller('post/staff')
export class StaffController {
  constructor(
    private readonly staff: Staff,
    private readonly assignStaff: AssignStaff,
    private readonly endStaff: EndStaff,
  ) {}

  @Get()
  @Can('postal.staff.manage')
  @ApiOkResponse({ type: StaffDto })
  async list(@Who() actor: Actor, @Query() query: StaffQuery): Promise<StaffDto> {
    return this.staff.list(actor, query);
  }

  @Post()
  @HttpCode(204)
  @Can('postal.staff.manage')
  @ApiNoContentResponse()
  async assign(@Who() actor: Actor, @Body() body: AssignStaffDto): Promise<void> {
    await this.assignStaff.run(actor, body);
  }

  @Post('endings')
  @HttpCode(204)
  @Can('postal.staff.manage')
  @ApiNoContentResponse()
  async end(@Who() actor: Actor, @Body() body: EndStaffDto): Promise<void> {
    await this.endStaff.run(actor, body);
  }
}
