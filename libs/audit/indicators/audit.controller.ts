import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Places } from '@choxa/places';
import { Actor, Can, Clock, Database, Who } from '@choxa/platform';
import { areaOf } from '../area/area.rules.js';
import { quartersSince, readPeriod } from '../periods/audit-period.rules.js';
import { firstFactAt } from '../periods/first-fact.query.js';
import {
  IndicatorQueryDto,
  IndicatorTitlesDto,
  LabelledProductsDto,
  ParcelsToAddressDto,
  PeriodsDto,
  TradedLinesDto,
  TradedLinesQueryDto,
} from './audit.dto.js';
import { toLabelledProductsDto, toParcelsToAddressDto, toTradedLineDto, type Asked } from './audit.mapper.js';
import { methodFor } from './indicator.js';
import { countLabelledProducts, LABELLED_PRODUCTS } from './labelled-products.query.js';
import { countParcelsToAddress, PARCELS_TO_ADDRESS } from './parcels-to-address.query.js';
import { listTradedLines } from './traded-lines.query.js';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
  ) {}

  @Get('periods')
  @Can('audit.read')
  @ApiOkResponse({ type: PeriodsDto })
  async periods(@Who() actor: Actor): Promise<PeriodsDto> {
    const { area, now } = this.asked(actor, {});
    return { data: quartersSince(await firstFactAt(this.db.read, area), now), next: null };
  }

  @Get('indicators')
  @Can('audit.read')
  @ApiOkResponse({ type: IndicatorTitlesDto })
  indicators(@Who() actor: Actor): IndicatorTitlesDto {
    const { period } = this.asked(actor, {});
    const data = [LABELLED_PRODUCTS, PARCELS_TO_ADDRESS].map((indicator) => ({
      number: indicator.number,
      titleVi: indicator.titleVi,
      titleEn: indicator.titleEn,
      targetPercent: methodFor(indicator, period).targetPercent,
    }));
    return { data, next: null };
  }

  @Get('indicators/12')
  @Can('audit.read')
  @ApiOkResponse({ type: LabelledProductsDto })
  async labelledProducts(@Who() actor: Actor, @Query() query: IndicatorQueryDto): Promise<LabelledProductsDto> {
    const asked = this.asked(actor, query);
    return toLabelledProductsDto(asked, await countLabelledProducts(this.db.read, asked.period, asked.area));
  }

  @Get('indicators/12/lines')
  @Can('audit.read')
  @ApiOkResponse({ type: TradedLinesDto })
  tradedLines(@Who() actor: Actor, @Query() query: TradedLinesQueryDto): Promise<TradedLinesDto> {
    const { period, area } = this.asked(actor, query);
    return listTradedLines(this.db.read, period, area, query, toTradedLineDto);
  }

  @Get('indicators/13')
  @Can('audit.read')
  @ApiOkResponse({ type: ParcelsToAddressDto })
  async parcelsToAddress(@Who() actor: Actor, @Query() query: IndicatorQueryDto): Promise<ParcelsToAddressDto> {
    const asked = this.asked(actor, query);
    return toParcelsToAddressDto(asked, await countParcelsToAddress(this.db.read, asked.period, asked.area));
  }

  private asked(actor: Actor, { period, province }: IndicatorQueryDto): Asked {
    const now = this.clock.now();
    return {
      now,
      period: readPeriod(period, now),
      area: areaOf(actor, province, (code) => Boolean(this.places.province(code))),
      provinces: this.places.provinces(),
    };
  }
}
