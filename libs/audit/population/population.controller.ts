import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Places } from '@choxa/places';
import { Actor, Can, Database, Who } from '@choxa/platform';
import { areaOf, holdsProvince } from '../scope/area.rules.js';
import { EnterPopulation } from './enter-population.js';
import { EnterPopulationDto, PopulationsDto } from './population.dto.js';
import { populationSeen } from './population.query.js';

/** How many people live where: the denominator of indicator 2. */
@ApiTags('audit')
@Controller('audit/population')
export class PopulationController {
  constructor(
    private readonly db: Database,
    private readonly places: Places,
    private readonly enterPopulation: EnterPopulation,
  ) {}

  @Get()
  @Can('audit.read')
  @ApiOkResponse({ type: PopulationsDto })
  async list(@Who() actor: Actor): Promise<PopulationsDto> {
    const area = areaOf(actor);
    const data = await populationSeen(this.db.read, area, this.places);
    const known = new Set(data.map(({ code }) => code));
    const expected = this.places.provinces().filter(({ code }) => holdsProvince(area, code));
    return { data, next: null, provincesMissing: expected.filter(({ code }) => !known.has(code)).length, mayEnter: area === null };
  }

  @Post()
  @Can('audit.population')
  @HttpCode(204)
  @ApiNoContentResponse()
  enter(@Who() actor: Actor, @Body() body: EnterPopulationDto): Promise<void> {
    return this.enterPopulation.run(actor, body);
  }
}
