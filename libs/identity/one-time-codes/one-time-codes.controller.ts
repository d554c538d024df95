import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '@choxa/platform';
import { CodeSentDto, mobileIn, RequestCodeDto } from './one-time-codes.dto.js';
import { RequestCode } from './request-code.js';

@ApiTags('identity')
@Controller('one-time-codes')
export class OneTimeCodesController {
  constructor(private readonly requestCode: RequestCode) {}

  @Post()
  @Public()
  @HttpCode(202)
  @ApiAcceptedResponse({ type: CodeSentDto })
  async send(@Body() body: RequestCodeDto): Promise<CodeSentDto> {
    const { expiresAt } = await this.requestCode.run({ phone: mobileIn(body), purpose: body.purpose ?? 'sign-in' });
    return { expiresAt: expiresAt.toISOString() };
  }
}
