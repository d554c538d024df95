import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, IdempotencyKey, Who, type Actor } from '@choxa/platform';
import {
  CorrectCounterServiceDto,
  CounterServiceMadeDto,
  CounterServicesDto,
  CounterServicesQuery,
  RecordCounterServiceDto,
} from './counter-service.dto.js';
import { CounterServices } from './counter-services.query.js';
import { RecordCounterService } from './record-counter-service.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Public services served at counters: what and when, never whom. */
@ApiTags('post')
@Controller('post/counter-services')
export class CounterServicesController {
  constructor(
    private readonly services: CounterServices,
    private readonly recordCounterService: RecordCounterService,
  ) {}

  /** Records of a day at one office, with the sums of the day and its month. */
  @Get()
  @Can('postal.counter-service.work')
  @ApiOkResponse({ type: CounterServicesDto })
  async list(@Who() actor: Actor, @Query() { office, day }: CounterServicesQuery): Promise<CounterServicesDto> {
    return this.services.of(actor, office, day);
  }

  @Post()
  @HttpCode(200)
  @Header('Content-Type', JSON_TYPE)
  @Can('postal.counter-service.work')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: CounterServiceMadeDto })
  async record(@Who() actor: Actor, @IdempotencyKey() key: string, @Body() body: RecordCounterServiceDto): Promise<string> {
    return this.recordCounterService.run(actor, body, key);
  }

  /** By a further record of the difference; the first one stays. */
  @Post(':id/correction')
  @HttpCode(200)
  @Header('Content-Type', JSON_TYPE)
  @Can('postal.counter-service.work')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: CounterServiceMadeDto })
  async correct(
    @Who() actor: Actor,
    @IdempotencyKey() key: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CorrectCounterServiceDto,
  ): Promise<string> {
    return this.recordCounterService.correct(actor, id, body, key);
  }
}
