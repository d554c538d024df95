import { Controller, Get, Header, Headers, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock, Public } from '@choxa/platform';
import { toLocalTimestamp } from '@choxa/standards';
import { methodFor } from '../indicators/indicator.js';
import { INDICATORS } from '../indicators/registry.js';
import { readPeriod } from '../periods/audit-period.rules.js';
import { OpenData, type OpenFormat } from './open-data.js';
import { OpenDataDto } from './open-data.dto.js';
import { LICENCE, OPEN_FIELDS } from './open-dictionary.js';
import { PUBLISHED_INDICATORS } from './open-rows.rules.js';

const TYPES: Record<OpenFormat, string> = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' };
const TEXT = { schema: { type: 'string' } } as const;
/** A correction must be seen within an hour. */
const KEPT = 'public, max-age=3600';

/** Closed figures for everybody. */
@ApiTags('open data')
@Controller('open-data')
export class OpenDataController {
  constructor(
    private readonly openData: OpenData,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @Header('Cache-Control', KEPT)
  @ApiOkResponse({ type: OpenDataDto })
  async list(): Promise<OpenDataDto> {
    const present = readPeriod(undefined, this.clock.now());
    const periods = await this.openData.list();
    return {
      licence: { ...LICENCE },
      fields: OPEN_FIELDS.map((field) => ({ ...field })),
      methods: INDICATORS.filter(({ number }) => PUBLISHED_INDICATORS.includes(number)).map((indicator) => {
        const { version, basis, formula, textVi, textEn } = methodFor(indicator, present);
        return {
          number: indicator.number,
          titleVi: indicator.titleVi,
          titleEn: indicator.titleEn,
          version,
          basis,
          formula,
          textVi,
          textEn,
        };
      }),
      periods: periods.map(({ period, version, closedAt, reason, files }) => ({
        period,
        version,
        closedAt: toLocalTimestamp(closedAt),
        reason,
        files: files.map(({ name, format, bytes, sha256, signature, keyId }) => ({
          name,
          format,
          size: bytes.length,
          sha256,
          signature,
          keyId,
        })),
      })),
    };
  }

  @Get('figures/:file')
  @Public()
  @ApiParam({ name: 'file', schema: { type: 'string' }, description: 'Period and `csv` or `json`: `2026-Q3.csv`' })
  @ApiProduces('text/csv', 'application/json')
  @ApiOkResponse({ content: { 'text/csv': TEXT, 'application/json': TEXT } })
  async file(@Param('file') name: string, @Headers('if-none-match') known: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { format, bytes, sha256 } = await this.openData.file(name);
    const tag = `"${sha256}"`;
    void reply.header('Cache-Control', KEPT).header('ETag', tag);
    if (known?.includes(tag)) return void (await reply.status(304).send());
    void reply.header('Content-Disposition', `attachment; filename="cho-xa-${name}"`);
    await reply.type(TYPES[format]).send(bytes);
  }
}
