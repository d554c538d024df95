import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { CashStandingDto, ReconciliationDto, ReconciliationQuery, StandingQuery } from './cash-control.dto.js';
import { CashStanding } from './cash-standing.query.js';
import { Reconciliation } from './reconciliation.query.js';

/** Whether the cash adds up. */
@ApiTags('post')
@Controller('post')
export class CashControlController {
  constructor(
    private readonly reconciliation: Reconciliation,
    private readonly standing: CashStanding,
  ) {}

  /** What came and went in every drawer on a day; for managers also the operator's cash to date. */
  @Get('cash-reconciliation')
  @Can('postal.cash.reconcile')
  @ApiOkResponse({ type: ReconciliationDto })
  async reconcile(@Who() actor: Actor, @Query() query: ReconciliationQuery): Promise<ReconciliationDto> {
    return this.reconciliation.of(actor, query);
  }

  /** How long cash has been lying with its holders, and hand-overs that look like lapping. */
  @Get('cash-standing')
  @Can('postal.cash.reconcile')
  @ApiOkResponse({ type: CashStandingDto })
  async held(@Who() actor: Actor, @Query() { office }: StandingQuery): Promise<CashStandingDto> {
    return this.standing.of(actor, office);
  }
}
