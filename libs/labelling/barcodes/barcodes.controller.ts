import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Who } from '@choxa/platform';
import { AllotBarcode } from './allot-barcode.js';
import { AllotBarcodeDto, BarcodeDto, toBarcodeDto } from './barcodes.dto.js';

@ApiTags('labelling')
@Controller('packs/:id/barcodes')
export class BarcodesController {
  constructor(private readonly allotBarcode: AllotBarcode) {}

  @Post()
  @Can('label.write')
  @ApiCreatedResponse({ type: BarcodeDto })
  async allot(@Who() actor: Actor, @Param('id', ParseUUIDPipe) packId: string, @Body() body: AllotBarcodeDto): Promise<BarcodeDto> {
    return toBarcodeDto(await this.allotBarcode.run(actor, packId, body));
  }
}
