import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Clock, Who, type Actor } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { managedOperator } from '../operators/managed-operators.js';
import { EnterNorm } from './enter-norm.js';
import { EnterSurcharge } from './enter-surcharge.js';
import { EnterTariff } from './enter-tariff.js';
import { EnterNormDto, EnterSurchargeDto, EnterTariffDto, NormsDto, NormsQuery, TariffsDto, TariffsQuery } from './tariffs.dto.js';
import { Tariffs } from './tariffs.query.js';

/** Prices and norms of an operator, for its managers. */
@ApiTags('post')
@Controller('post')
export class TariffsController {
  constructor(
    private readonly tariffs: Tariffs,
    private readonly enterTariff: EnterTariff,
    private readonly enterSurcharge: EnterSurcharge,
    private readonly enterNorm: EnterNorm,
    private readonly clock: Clock,
  ) {}

  @Get('tariffs')
  @Can('postal.tariff.manage')
  @ApiOkResponse({ type: TariffsDto })
  async list(@Who() actor: Actor, @Query() { operator, past }: TariffsQuery): Promise<TariffsDto> {
    return this.tariffs.of(managedOperator(actor, operator), localDay(this.clock.now()), past ?? false);
  }

  @Post('tariffs')
  @HttpCode(204)
  @Can('postal.tariff.manage')
  @ApiNoContentResponse()
  async enter(@Who() actor: Actor, @Body() body: EnterTariffDto): Promise<void> {
    await this.enterTariff.run(actor, { ...body, operatorId: managedOperator(actor, body.operatorId) });
  }

  @Post('surcharges')
  @HttpCode(204)
  @Can('postal.tariff.manage')
  @ApiNoContentResponse()
  async surcharge(@Who() actor: Actor, @Body() body: EnterSurchargeDto): Promise<void> {
    await this.enterSurcharge.run(actor, { ...body, operatorId: managedOperator(actor, body.operatorId) });
  }

  @Get('norms')
  @Can('postal.tariff.manage')
  @ApiOkResponse({ type: NormsDto })
  async norms(@Who() actor: Actor, @Query() { operator, from }: NormsQuery): Promise<NormsDto> {
    return { data: await this.tariffs.normsFrom(managedOperator(actor, operator), from, localDay(this.clock.now())) };
  }

  @Post('norms')
  @HttpCode(204)
  @Can('postal.tariff.manage')
  @ApiNoContentResponse()
  async norm(@Who() actor: Actor, @Body() body: EnterNormDto): Promise<void> {
    await this.enterNorm.run(actor, { ...body, operatorId: managedOperator(actor, body.operatorId) });
  }
}
