import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, IdempotencyKey, Who, type Actor } from '@choxa/platform';
import { ChangeGoods } from './change-goods.js';
import { PackParcel } from './pack-parcel.js';
import { PickParcel } from './pick-parcel.js';
import { Picks } from './picks.query.js';
import { ReceiveGoods } from './receive-goods.js';
import { StoredGoods } from './stored-goods.query.js';
import {
  CountGoodsDto,
  GiveBackGoodsDto,
  GoodsReceiptDto,
  MoveGoodsDto,
  PackedCodesDto,
  PickDto,
  PicksDto,
  PicksQuery,
  ReceiveGoodsDto,
  StoredGoodsDto,
  StoredGoodsListDto,
  StoredGoodsQuery,
} from './warehouse.dto.js';

const JSON_TYPE = ['Content-Type', 'application/json; charset=utf-8'] as const;
const KEY = { name: 'Idempotency-Key', required: true };

/** Goods the post keeps for their owners, and the parcels it packs from them. */
@ApiTags('post')
@Controller('post/warehouse')
export class WarehouseController {
  constructor(
    private readonly storedGoods: StoredGoods,
    private readonly receiveGoods: ReceiveGoods,
    private readonly changeGoods: ChangeGoods,
    private readonly picks: Picks,
    private readonly pickParcel: PickParcel,
    private readonly packParcel: PackParcel,
  ) {}

  @Get('goods')
  @Can('postal.warehouse.work')
  @ApiOkResponse({ type: StoredGoodsListDto })
  async goods(@Who() actor: Actor, @Query() query: StoredGoodsQuery): Promise<StoredGoodsListDto> {
    return this.storedGoods.list(actor, query);
  }

  /** An owner hands goods over. */
  @Post('receipts')
  @Header(...JSON_TYPE)
  @Can('postal.warehouse.work')
  @ApiHeader(KEY)
  @ApiCreatedResponse({ type: GoodsReceiptDto })
  async receive(@Who() actor: Actor, @IdempotencyKey() key: string, @Body() body: ReceiveGoodsDto): Promise<string> {
    return this.receiveGoods.run(actor, body, key);
  }

  @Post('goods/:id/moves')
  @HttpCode(200)
  @Header(...JSON_TYPE)
  @Can('postal.warehouse.work')
  @ApiHeader(KEY)
  @ApiOkResponse({ type: StoredGoodsDto })
  async move(
    @Who() actor: Actor,
    @IdempotencyKey() key: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MoveGoodsDto,
  ): Promise<string> {
    return this.changeGoods.moveTo(actor, id, body, key);
  }

  /** The owner takes goods back. */
  @Post('goods/:id/returns')
  @HttpCode(200)
  @Header(...JSON_TYPE)
  @Can('postal.warehouse.work')
  @ApiHeader(KEY)
  @ApiOkResponse({ type: StoredGoodsDto })
  async giveBack(
    @Who() actor: Actor,
    @IdempotencyKey() key: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { units }: GiveBackGoodsDto,
  ): Promise<string> {
    return this.changeGoods.giveBack(actor, id, units, key);
  }

  @Post('goods/:id/counts')
  @HttpCode(200)
  @Header(...JSON_TYPE)
  @Can('postal.warehouse.work')
  @ApiHeader(KEY)
  @ApiOkResponse({ type: StoredGoodsDto })
  async count(
    @Who() actor: Actor,
    @IdempotencyKey() key: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CountGoodsDto,
  ): Promise<string> {
    return this.changeGoods.count(actor, id, body, key);
  }

  @Get('picks')
  @Can('postal.warehouse.work')
  @ApiOkResponse({ type: PicksDto })
  async list(@Who() actor: Actor, @Query() query: PicksQuery): Promise<PicksDto> {
    return this.picks.list(actor, query);
  }

  /** The goods of a parcel are reserved; the answer says from which shelves they are taken. */
  @Post('picks/:number')
  @HttpCode(200)
  @Header(...JSON_TYPE)
  @Can('postal.warehouse.work')
  @ApiHeader(KEY)
  @ApiOkResponse({ type: PickDto })
  async pick(@Who() actor: Actor, @IdempotencyKey() key: string, @Param('number') number: string): Promise<string> {
    return this.pickParcel.run(actor, number, key);
  }

  @Post('picks/:number/packing')
  @HttpCode(200)
  @Header(...JSON_TYPE)
  @Can('postal.warehouse.work')
  @ApiHeader(KEY)
  @ApiOkResponse({ type: PickDto })
  async pack(
    @Who() actor: Actor,
    @IdempotencyKey() key: string,
    @Param('number') number: string,
    @Body() { codes }: PackedCodesDto,
  ): Promise<string> {
    return this.packParcel.run(actor, number, codes, key);
  }

  /** The goods go back to their shelves. */
  @Post('picks/:number/cancellation')
  @HttpCode(200)
  @Header(...JSON_TYPE)
  @Can('postal.warehouse.work')
  @ApiHeader(KEY)
  @ApiOkResponse({ type: PickDto })
  async putBack(@Who() actor: Actor, @IdempotencyKey() key: string, @Param('number') number: string): Promise<string> {
    return this.packParcel.putBack(actor, number, key);
  }
}
