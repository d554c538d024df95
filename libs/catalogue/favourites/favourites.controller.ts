import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, PageQuery, Who, type Actor } from '@choxa/platform';
import { AddFavourites } from './add-favourites.js';
import { AddedFavouritesDto, AddFavouritesDto, FavouritePacksDto, FavouritesDto } from './favourites.dto.js';
import { Favourites } from './favourites.query.js';
import { RemoveFavourite } from './remove-favourite.js';

/** What the caller likes. */
@ApiTags('catalogue')
@Controller('account/favourites')
export class FavouritesController {
  constructor(
    private readonly favourites: Favourites,
    private readonly addFavourites: AddFavourites,
    private readonly removeFavourite: RemoveFavourite,
  ) {}

  @Get()
  @Can('favourite.own')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: FavouritesDto })
  async list(@Who() actor: Actor, @Query() query: PageQuery): Promise<FavouritesDto> {
    return this.favourites.list(actor, query);
  }

  /** Only the ids of all of them, for the hearts of a page. */
  @Get('packs')
  @Can('favourite.own')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: FavouritePacksDto })
  async packs(@Who() actor: Actor): Promise<FavouritePacksDto> {
    return { data: await this.favourites.packs(actor) };
  }

  /** Adds one, or what the visitor liked in this browser before signing in. */
  @Post()
  @Can('favourite.own')
  @HttpCode(200)
  @ApiOkResponse({ type: AddedFavouritesDto })
  async add(@Who() actor: Actor, @Body() { packs }: AddFavouritesDto): Promise<AddedFavouritesDto> {
    const packIds = [...new Set(packs.map(({ packId }) => packId))];
    const kept = await this.addFavourites.run(actor, packIds);
    return { kept, leftOut: packIds.length - kept };
  }

  @Delete(':packId')
  @Can('favourite.own')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(@Who() actor: Actor, @Param('packId', ParseUUIDPipe) packId: string): Promise<void> {
    await this.removeFavourite.run(actor, packId);
  }
}
