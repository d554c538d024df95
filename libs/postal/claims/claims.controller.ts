import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { AnswerClaim } from './answer-claim.js';
import { ClaimAcceptanceDto, ClaimFindingDto, ClaimPaymentDto, ClaimRefusalDto, ClaimsDto, ClaimsQuery, NewClaimDto } from './claim.dto.js';
import { Claims } from './claims.query.js';
import { OpenClaim } from './open-claim.js';

/** Claims for compensation: a clerk opens, looks into and pays them, a manager of the operator decides. */
@ApiTags('post')
@Controller('post')
export class ClaimsController {
  constructor(
    private readonly claims: Claims,
    private readonly openClaim: OpenClaim,
    private readonly answer: AnswerClaim,
  ) {}

  @Get('claims')
  @Can('postal.claim.read')
  @ApiOkResponse({ type: ClaimsDto })
  async list(@Who() actor: Actor, @Query() query: ClaimsQuery): Promise<ClaimsDto> {
    return this.claims.list(actor, query);
  }

  @Post('parcels/:number/claims')
  @Can('postal.claim.open')
  @HttpCode(204)
  @ApiNoContentResponse()
  async open(@Who() actor: Actor, @Param('number') number: string, @Body() body: NewClaimDto): Promise<void> {
    await this.openClaim.byStaff(actor, number, body);
  }

  @Post('claims/:id/examination')
  @Can('postal.claim.examine')
  @HttpCode(204)
  @ApiNoContentResponse()
  async examine(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { finding }: ClaimFindingDto): Promise<void> {
    await this.answer.examine(actor, id, finding);
  }

  @Post('claims/:id/acceptance')
  @Can('postal.claim.decide')
  @HttpCode(204)
  @ApiNoContentResponse()
  async accept(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ClaimAcceptanceDto): Promise<void> {
    await this.answer.accept(actor, id, body.sumVnd ?? null, body.answer ?? null);
  }

  @Post('claims/:id/refusal')
  @Can('postal.claim.decide')
  @HttpCode(204)
  @ApiNoContentResponse()
  async refuse(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { answer }: ClaimRefusalDto): Promise<void> {
    await this.answer.refuse(actor, id, answer);
  }

  @Post('claims/:id/payment')
  @Can('postal.claim.examine')
  @HttpCode(204)
  @ApiNoContentResponse()
  async pay(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { reference }: ClaimPaymentDto): Promise<void> {
    await this.answer.pay(actor, id, reference);
  }
}
