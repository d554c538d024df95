import { Body, Controller, Header, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiTags } from '@nestjs/swagger';
import { Can, IdempotencyKey, Who, type Actor } from '@choxa/platform';
import { CodRemittanceDto, RemitCodDto } from './cod-remittance.dto.js';
import { RemitCod } from './remit-cod.js';

@ApiTags('post')
@Controller('post/cod-remittances')
export class CodRemittancesController {
  constructor(private readonly remitCod: RemitCod) {}

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
