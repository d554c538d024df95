import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Clock, Database, platformProblem, Who, type Tx } from '@choxa/platform';
import { mustBeOfNation } from '../scope/area.rules.js';
import { readPeriod } from './audit-period.rules.js';
import { ConfirmPeriod } from './confirm-period.js';
import type { PeriodDocument } from './period-document.js';
import { PeriodVersionDto, toPeriodVersionDto } from './periods.dto.js';
import {
  ConfirmProposalDto,
  PeriodProposalDto,
  ProposedPeriodDto,
  ProposePeriodDto,
  toPeriodProposalDto,
  toProposedFigureDtos,
} from './proposals.dto.js';
import { openProposal, proposedDocument } from './proposals.query.js';
import { ProposePeriod } from './propose-period.js';
import { WithdrawProposal } from './withdraw-proposal.js';

/** How two officials of the nation close a period, or correct a closed one: one proposes, another confirms. */
@ApiTags('audit')
@Controller('audit/periods/:period/proposal')
export class ProposalsController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly proposePeriod: ProposePeriod,
    private readonly confirmPeriod: ConfirmPeriod,
    private readonly withdrawProposal: WithdrawProposal,
  ) {}

  /** The proposal that waits, with the figures it shows. */
  @Get()
  @Can('audit.close')
  @ApiOkResponse({ type: ProposedPeriodDto })
  async read(@Who() actor: Actor, @Param('period') period: string): Promise<ProposedPeriodDto> {
    const key = this.keyFor(actor, period);
    return this.db.snapshot(async (tx) => {
      const figures = toProposedFigureDtos(JSON.parse(await documentOf(tx, key)) as PeriodDocument);
      return { proposal: toPeriodProposalDto((await openProposal(tx, key))!, actor.accountId), figures };
    });
  }

  /** The bytes that will be signed: canonical JSON. */
  @Get('document')
  @Can('audit.close')
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'object' } })
  @Header('Content-Type', 'application/json; charset=utf-8')
  async document(@Who() actor: Actor, @Param('period') period: string): Promise<string> {
    return documentOf(this.db.read, this.keyFor(actor, period));
  }

  /** Proposes to close the period or, with a reason, to correct it as the facts stand now. */
  @Post()
  @Can('audit.close')
  @ApiCreatedResponse({ type: PeriodProposalDto })
  async propose(@Who() actor: Actor, @Param('period') period: string, @Body() { reason }: ProposePeriodDto): Promise<PeriodProposalDto> {
    return toPeriodProposalDto(await this.proposePeriod.run(actor, period, reason ?? null), actor.accountId);
  }

  /** Freezes and signs what another official proposed. */
  @Post('confirmation')
  @Can('audit.close')
  @ApiCreatedResponse({ type: PeriodVersionDto })
  async confirm(@Who() actor: Actor, @Param('period') period: string, @Body() { sha256 }: ConfirmProposalDto): Promise<PeriodVersionDto> {
    return toPeriodVersionDto(await this.confirmPeriod.run(actor, period, sha256));
  }

  /** The period stays as it was. */
  @Post('withdrawal')
  @Can('audit.close')
  @HttpCode(204)
  @ApiNoContentResponse()
  async withdraw(@Who() actor: Actor, @Param('period') period: string): Promise<void> {
    await this.withdrawProposal.run(actor, period);
  }

  private keyFor(actor: Actor, period: string): string {
    mustBeOfNation(actor);
    return readPeriod(period, this.clock.now()).key;
  }
}

async function documentOf(tx: Tx, period: string): Promise<string> {
  const document = await proposedDocument(tx, period);
  if (document === null) throw platformProblem('not-found');
  return document;
}
