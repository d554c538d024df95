import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { managedOperator } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { CounterSettingDto, CounterSettingQuery, DecideCounterSettingDto } from './counter-setting.dto.js';
import { counterSetting, DecideCounterSetting } from './counter-settings.js';

/** What an operator decides about its labels and bags, for its managers. */
@ApiTags('post')
@Controller('post/counter-setting')
export class CounterSettingsController {
  constructor(
    private readonly db: PostalDatabase,
    private readonly decideCounterSetting: DecideCounterSetting,
  ) {}

  @Get()
  @Can('postal.network.manage')
  @ApiOkResponse({ type: CounterSettingDto })
  async one(@Who() actor: Actor, @Query() { operator }: CounterSettingQuery): Promise<CounterSettingDto> {
    return counterSetting(this.db.read, managedOperator(actor, operator));
  }

  @Put()
  @Can('postal.network.manage')
  @ApiOkResponse({ type: CounterSettingDto })
  async decide(@Who() actor: Actor, @Body() { operatorId, gs1Prefix, phoneOnLabel }: DecideCounterSettingDto): Promise<CounterSettingDto> {
    return this.decideCounterSetting.run(actor, managedOperator(actor, operatorId), { gs1Prefix: gs1Prefix || null, phoneOnLabel });
  }
}
