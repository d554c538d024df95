import { Controller, Get, Headers, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { prefersEnglish, Public, Text } from '@choxa/platform';
import { Labels } from '../label-rule/labels.js';
import { labellingProblem } from '../labelling.problems.js';
import { readCode, readLink, type TraceQuestion } from './trace-code-in.rules.js';
import { toTraceDto, TraceDto } from './trace.dto.js';
import { Traces } from './traces.query.js';

export class TraceLinkQuery {
  @Text({ max: 90, optional: true, description: 'AI 10' }) lot?: string;
  @Text({ max: 90, optional: true, description: 'AI 21' }) serial?: string;
}

/** What a printed code leads to, for anybody with a phone. */
@ApiTags('labelling')
@Controller('trace')
export class TraceController {
  constructor(
    private readonly traces: Traces,
    private readonly labels: Labels,
  ) {}

  @Get('gtin/:gtin')
  @Public()
  @ApiOkResponse({ type: TraceDto })
  async byLink(
    @Param('gtin') gtin: string,
    @Query() { lot, serial }: TraceLinkQuery,
    @Headers('accept-language') language?: string,
  ): Promise<TraceDto> {
    return this.answer(readLink(gtin, lot, serial), language);
  }

  @Get(':code')
  @Public()
  @ApiOkResponse({ type: TraceDto })
  async byCode(@Param('code') code: string, @Headers('accept-language') language?: string): Promise<TraceDto> {
    return this.answer(readCode(code), language);
  }

  private async answer(question: TraceQuestion | null, language: string | undefined): Promise<TraceDto> {
    if (!question) throw labellingProblem('trace.malformed');
    const trace = await this.traces.find(question);
    return toTraceDto(trace, this.labels.panelOf(trace.judged).label, prefersEnglish(language) ? 'en' : 'vi');
  }
}
