import { Controller, Get, Headers, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { localDay } from '@choxa/standards';
import { Clock, platformProblem, prefersEnglish, Public } from '@choxa/platform';
import { LegalTextDto, LegalTextQuery, toLegalTextDto } from './consents.dto.js';
import { LEGAL_TEXT_KINDS, LEGAL_TEXTS, textInForce } from './legal-texts.js';

/** Terms and privacy notice, in force and former, in the reader's language. */
@ApiTags('identity')
@Controller('legal-texts')
export class LegalTextsController {
  constructor(private readonly clock: Clock) {}

  @Get(':kind')
  @Public()
  @ApiParam({ name: 'kind', enum: LEGAL_TEXT_KINDS })
  @ApiOkResponse({ type: LegalTextDto })
  read(@Param('kind') name: string, @Query() { version }: LegalTextQuery, @Headers('accept-language') language?: string): LegalTextDto {
    const today = localDay(this.clock.now());
    const kind = LEGAL_TEXT_KINDS.find((one) => one === name);
    const text = kind && (version ? LEGAL_TEXTS.find((one) => one.kind === kind && one.version === version) : textInForce(kind, today));
    if (!text) throw platformProblem('not-found');
    return toLegalTextDto(text, prefersEnglish(language), today);
  }
}
