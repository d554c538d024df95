import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Int, OneOf, Public, Text, Vnd } from '@choxa/platform';
import { PostageOfPack } from './postage-of-pack.query.js';

const STATUSES = ['quoted', 'unavailable'] as const;

export class PackPostageQuery {
  @Text({ max: 2, pattern: /^\d{2}$/, description: 'Province code to quote postage to' }) province: string;
}

export class PackPostageDto {
  @OneOf(STATUSES) status: (typeof STATUSES)[number];
  @Vnd({ optional: true }) postageVnd: number | null;
  @Int({ optional: true, description: 'Promised days on the way' }) days: number | null;
}

/** Postage of one pack, for its page. */
@ApiTags('orders')
@Controller('packs')
export class PackPostageController {
  constructor(private readonly postage: PostageOfPack) {}

  @Get(':id/postage')
  @Public()
  @ApiOkResponse({ type: PackPostageDto })
  async quote(@Param('id', ParseUUIDPipe) packId: string, @Query() { province }: PackPostageQuery): Promise<PackPostageDto> {
    const quote = await this.postage.to(packId, province);
    if (quote.status === 'unavailable') return { status: 'unavailable', postageVnd: null, days: null };
    return { status: 'quoted', postageVnd: quote.postageVnd, days: quote.days };
  }
}
