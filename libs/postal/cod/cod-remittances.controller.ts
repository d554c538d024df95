import { Body, Controller, Get, Header, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, IdempotencyKey, Who, type Actor } from '@choxa/platform';
import { CodRemittanceDto, CodToPayDto, CodToPayQuery, RemitCodDto } from './cod-remittance.dto.js';
import { CodToPay } from './cod-to-pay.query.js';
import { RemitCod } from './remit-cod.js';

@ApiTags('post')
@Controller('post/cod-remittances')
export class CodRemittancesController {
  constructor(
    private readonly remitCod: RemitCod,
    private readonly toPay: CodToPay,
  ) {}

  /** Cash of delivered parcels that waits to be paid out, by sender; at most 500 parcels. */
  @Get('due')
  @Can('postal.cod.remit')
  @ApiOkResponse({ type: CodToPayDto })
  async due(@Who() actor: Actor, @Query() { office }: CodToPayQuery): Promise<CodToPayDto> {
    return this.toPay.list(actor, office);
  }

  /** Cash of delivered parcels was paid out to their sender. */
  @Post()
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Can('postal.cod.remit')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: CodRemittanceDto })
  async remit(@Who() actor: Actor, @IdempotencyKey() key: string, @Body() body: RemitCodDto): Promise<string> {
    return this.remitCod.run(actor, body, key);
  }
}
