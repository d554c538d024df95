import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { ListedParcelsDto, OfficeFiguresDto, OfficeFiguresQuery, OfficeListQuery, ProvinceFiguresListDto } from './office-list.dto.js';
import { OfficeLists } from './office-lists.query.js';

@ApiTags('post')
@Controller('post')
export class OfficeListsController {
  constructor(private readonly lists: OfficeLists) {}

  /** Parcels of one list of the caller's offices. */
  @Get('office-list')
  @Can('postal.parcel.read')
  @ApiOkResponse({ type: ListedParcelsDto })
  async list(@Who() actor: Actor, @Query() query: OfficeListQuery): Promise<ListedParcelsDto> {
    return this.lists.list(actor, query);
  }

  /** How many lie in each list, and today's work. */
  @Get('office-figures')
  @Can('postal.parcel.read')
  @ApiOkResponse({ type: OfficeFiguresDto })
  async figures(@Who() actor: Actor, @Query() { office }: OfficeFiguresQuery): Promise<OfficeFiguresDto> {
    return this.lists.figures(actor, office);
  }

  /** The operator's work by province, for its managers. */
  @Get('province-figures')
  @Can('postal.operator.figures')
  @ApiOkResponse({ type: ProvinceFiguresListDto })
  async provinces(@Who() actor: Actor): Promise<ProvinceFiguresListDto> {
    return { data: await this.lists.provinces(actor), next: null };
  }
}
