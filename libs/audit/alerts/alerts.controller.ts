import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Places } from '@choxa/places';
import { Actor, Can, Database, Who } from '@choxa/platform';
import { areaOf } from '../scope/area.rules.js';
import { FallAlertsDto, toFallAlertDto } from './alerts.dto.js';
import { fallAlerts } from './fall-alerts.query.js';

const MOST = 200;

/** Shares that fell by more than their threshold. */
@ApiTags('audit')
@Controller('audit/alerts')
export class AlertsController {
  constructor(
    private readonly db: Database,
    private readonly places: Places,
  ) {}

  @Get()
  @Can('audit.read')
  @ApiOkResponse({ type: FallAlertsDto })
  async list(@Who() actor: Actor): Promise<FallAlertsDto> {
    return { data: (await fallAlerts(this.db.read, areaOf(actor), this.places, MOST)).map(toFallAlertDto) };
  }
}
