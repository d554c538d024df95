import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { OfficesDto, toOfficeDto } from './office.dto.js';
import { Offices } from './offices.query.js';

@ApiTags('post')
@Controller('post/offices')
export class OfficesController {
  constructor(private readonly offices: Offices) {}

  /** The offices the caller works for. */
  @Get()
  @Can('postal.office.read')
  @ApiOkResponse({ type: OfficesDto })
  async own(@Who() actor: Actor): Promise<OfficesDto> {
    return { data: (await this.offices.ofStaff(actor)).map(toOfficeDto), next: null };
  }
}
