import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { AnswerCorrection } from './answer-correction.js';
import { CorrectionDto, CorrectionsDto, DeclareCorrectionDto } from './correction.dto.js';
import { Corrections } from './corrections.query.js';
import { DeclareCorrection } from './declare-correction.js';

/** Scans that were wrong. They stay in the history; a declaration says who found it, why and which. */
@ApiTags('post')
@Controller('post')
export class CorrectionsController {
  constructor(
    private readonly corrections: Corrections,
    private readonly declareCorrection: DeclareCorrection,
    private readonly answer: AnswerCorrection,
  ) {}

  /** Declarations that wait for a second person; at most 200. */
  @Get('corrections')
  @Can('postal.correction.read')
  @ApiOkResponse({ type: CorrectionsDto })
  async list(@Who() actor: Actor): Promise<CorrectionsDto> {
    return { data: await this.corrections.waiting(actor) };
  }

  /** Declares a scan wrong. What ended a parcel's way waits for a second person; everything else counts at once. */
  @Post('scans/:id/correction')
  @HttpCode(200)
  @Can('postal.scan.correct')
  @ApiOkResponse({ type: CorrectionDto })
  async declare(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: DeclareCorrectionDto,
  ): Promise<CorrectionDto> {
    return this.declareCorrection.run(actor, id, reason);
  }

  @Post('corrections/:id/confirmation')
  @HttpCode(200)
  @Can('postal.scan.correct')
  @ApiOkResponse({ type: CorrectionDto })
  async confirm(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CorrectionDto> {
    return this.answer.confirm(actor, id);
  }

  @Post('corrections/:id/refusal')
  @HttpCode(200)
  @Can('postal.scan.correct')
  @ApiOkResponse({ type: CorrectionDto })
  async refuse(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CorrectionDto> {
    return this.answer.refuse(actor, id);
  }
}
