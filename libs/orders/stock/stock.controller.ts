import { Body, Controller, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Int, Uuid, Who, type Actor } from '@choxa/platform';
import { SetStock } from './set-stock.js';

export class SetStockDto {
  @Int({ max: 1_000_000 }) onHand: number;
  @Int({ max: 1_000_000, optional: true, description: 'What the household was shown: refused when a sale came in between' })
  expected?: number;
}

export class StockDto {
  @Uuid() packId: string;
  @Int() onHand: number;
}

@ApiTags('orders')
@Controller('packs')
export class StockController {
  constructor(private readonly setStock: SetStock) {}

  @Put(':id/stock')
  @Can('stock.write')
  @ApiOkResponse({ type: StockDto })
  async set(@Who() actor: Actor, @Param('id', ParseUUIDPipe) packId: string, @Body() body: SetStockDto): Promise<StockDto> {
    return this.setStock.run(actor, packId, body.onHand, body.expected ?? null);
  }
}
