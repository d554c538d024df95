import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, IdempotencyKey, prefersEnglish, Who, type Actor } from '@choxa/platform';
import { RecordScans, type ScanResult } from './record-scans.js';
import { SCAN_REFUSALS } from './scan-intake.rules.js';
import { ScanResultsDto, SentScansDto } from './scan.dto.js';

@ApiTags('post')
@Controller('post/scans')
export class ScansController {
  constructor(private readonly recordScans: RecordScans) {}

  /** A batch of scans from a device, at most 500. */
  @Post()
  @HttpCode(200)
  @Can('postal.scan.record')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: ScanResultsDto })
  async record(
    @Who() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: SentScansDto,
    @Headers('accept-language') language?: string,
  ): Promise<ScanResultsDto> {
    const { results } = JSON.parse(await this.recordScans.run(actor, body.scans, key)) as { results: ScanResult[] };
    const tongue = prefersEnglish(language) ? 'en' : 'vi';
    return {
      results: results.map(({ id, outcome, code }) => ({ id, outcome, code, detail: code ? SCAN_REFUSALS[code][tongue] : null })),
    };
  }
}
