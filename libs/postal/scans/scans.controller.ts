import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, IdempotencyKey, prefersEnglish, Who, type Actor } from '@choxa/platform';
import { readHello } from '../devices/sending-device.js';
import { RecordScans, type ScanResult } from './record-scans.js';
import { SCAN_REFUSALS } from './scan-intake.rules.js';
import { ScanResultsDto, SentScansDto } from './scan.dto.js';

@ApiTags('post')
@Controller('post/scans')
export class ScansController {
  constructor(private readonly recordScans: RecordScans) {}

  /**
   * A batch of scans from a device, at most 500. A registered device says who it is; what its clock is off at that moment is measured, and the
   * times of its scans are put right by it.
   */
  @Post()
  @HttpCode(200)
  @Can('postal.scan.record')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiHeader({ name: 'Device-Key', required: false, description: 'Of a registered device' })
  @ApiHeader({ name: 'Device-Time', required: false, description: "What the device's clock says as it sends, RFC 3339" })
  @ApiOkResponse({ type: ScanResultsDto })
  async record(
    @Who() actor: Actor,
    @IdempotencyKey() key: string,
    @Body() body: SentScansDto,
    @Headers('accept-language') language?: string,
    @Headers('device-key') deviceKey?: string,
    @Headers('device-time') deviceTime?: string,
  ): Promise<ScanResultsDto> {
    const answer = await this.recordScans.run(actor, body.scans, key, readHello(deviceKey, deviceTime));
    const { results } = JSON.parse(answer) as { results: ScanResult[] };
    const tongue = prefersEnglish(language) ? 'en' : 'vi';
    return {
      results: results.map(({ id, outcome, code }) => ({ id, outcome, code, detail: code ? SCAN_REFUSALS[code][tongue] : null })),
    };
  }
}
