import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OwnPacks } from '@choxa/catalogue';
import { Actor, Can, Database, Public, Who } from '@choxa/platform';
import { AllotBarcode } from './allot-barcode.js';
import { BarcodeEntity } from './barcode.entity.js';
import { AllotBarcodeDto, BarcodeDto, PackNumbersDto, toBarcodeDto, toPackNumberDto } from './barcodes.dto.js';
import { CompanyPrefixEntity } from './company-prefix.entity.js';
import { NumberLookup, NumberLookupDto } from './number-lookup.query.js';

@ApiTags('labelling')
@Controller()
export class BarcodesController {
  constructor(
    private readonly db: Database,
    private readonly ownPacks: OwnPacks,
    private readonly allotBarcode: AllotBarcode,
    private readonly lookup: NumberLookup,
  ) {}

  @Post('packs/:id/barcodes')
  @Can('label.write')
  @ApiCreatedResponse({ type: BarcodeDto })
  async allot(@Who() actor: Actor, @Param('id', ParseUUIDPipe) packId: string, @Body() body: AllotBarcodeDto): Promise<BarcodeDto> {
    return toBarcodeDto(await this.allotBarcode.run(actor, packId, body));
  }

  @Get('household/packs/:id/barcodes')
  @Can('label.read')
  @ApiOkResponse({ type: PackNumbersDto })
  async history(@Who() actor: Actor, @Param('id', ParseUUIDPipe) packId: string): Promise<PackNumbersDto> {
    const { householdId } = await this.ownPacks.require(this.db.read, actor, packId);
    const numbers = await this.db.read.find(BarcodeEntity, { where: { packId }, order: { allottedAt: 'DESC', id: 'ASC' } });
    const prefixes = await this.db.read.find(CompanyPrefixEntity, { where: { householdId }, order: { declaredAt: 'ASC', prefix: 'ASC' } });
    return { data: numbers.map(toPackNumberDto), companyPrefixes: prefixes.map(({ prefix }) => prefix) };
  }

  /** Whose number a scanner read, in whatever length it read it. */
  @Get('barcodes/:number')
  @Public()
  @ApiOkResponse({ type: NumberLookupDto })
  async find(@Param('number') number: string): Promise<NumberLookupDto> {
    return this.lookup.find(number);
  }
}
