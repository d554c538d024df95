import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags, getSchemaPath, ApiExtraModels } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Config, prefersEnglish, Public, Text } from '@choxa/platform';
import { Labels } from '../label-rule/labels.js';
import { labellingProblem } from '../labelling.problems.js';
import { MEDIA_TYPES, traceForm } from './negotiate.rules.js';
import { readCode, readLink, type ReadTrace } from './trace-code-in.rules.js';
import { traceAddress, traceDocument, traceLinkset } from './trace-document.rules.js';
import { toTraceDto, TraceDto } from './trace.dto.js';
import { Traces } from './traces.query.js';

export class TraceFormQuery {
  @Text({ max: 40, optional: true, description: '`linkset` answers the set of links, whatever Accept says' }) linkType?: string;
}

export class TraceLinkQuery extends TraceFormQuery {
  @Text({ max: 90, optional: true, description: 'AI 22' }) cpv?: string;
  @Text({ max: 90, optional: true, description: 'AI 10' }) lot?: string;
  @Text({ max: 90, optional: true, description: 'AI 21' }) serial?: string;
}

interface Asked {
  accept?: string;
  'accept-language'?: string;
}

const LINKED = { schema: { type: 'object' as const, additionalProperties: true } };
const answers = () =>
  ApiOkResponse({
    description: 'By Accept: our JSON, the trace document as linked data, or its linkset',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(TraceDto) } },
      'application/ld+json': LINKED,
      'application/linkset+json': LINKED,
    },
  });

/** What a printed code leads to, for anybody with a phone. */
@ApiTags('labelling')
@ApiExtraModels(TraceDto)
@Controller('trace')
export class TraceController {
  constructor(
    private readonly traces: Traces,
    private readonly labels: Labels,
    private readonly config: Config,
  ) {}

  @Get('gtin/:gtin')
  @Public()
  @answers()
  async byLink(
    @Param('gtin') gtin: string,
    @Query() { linkType, ...parts }: TraceLinkQuery,
    @Headers() asked: Asked,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(readLink(gtin, parts), linkType, asked, reply);
  }

  @Get(':code')
  @Public()
  @answers()
  async byCode(
    @Param('code') code: string,
    @Query() { linkType }: TraceFormQuery,
    @Headers() asked: Asked,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(readCode(code), linkType, asked, reply);
  }

  private async answer(read: ReadTrace, linkType: string | undefined, asked: Asked, reply: FastifyReply): Promise<void> {
    void reply.header('Vary', 'Accept, Accept-Language');
    if (!read.ok) throw labellingProblem(read.code);
    const found = await this.traces.find(read.question);
    const trace = toTraceDto(found, this.labels.panelOf(found.judged).label, prefersEnglish(asked['accept-language']) ? 'en' : 'vi');
    const form = traceForm(asked.accept, linkType);
    const { publicUrl } = this.config;
    const body = { json: () => trace, document: () => traceDocument(publicUrl, trace), linkset: () => traceLinkset(publicUrl, trace) }[
      form
    ]();
    await reply
      .type(MEDIA_TYPES[form])
      .header('Link', `<${traceAddress(publicUrl, trace)}?linkType=linkset>; rel="linkset"; type="application/linkset+json"`)
      .send(JSON.stringify(body));
  }
}
