import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { officialProvinces } from '@choxa/catalogue';
import { Actor, Can, Database, Int, sql, Who } from '@choxa/platform';

/** How far a recall reaches: counts only, never who bought. */
export class RecallReachDto {
  @Int({ description: 'Seller orders with goods of it, each of whose buyers was told' }) orders: number;
  @Int() packs: number;
  @Int({ description: 'Not handed to the post yet' }) notPosted: number;
  @Int({ description: 'Parcels under way' }) underWay: number;
  @Int() delivered: number;
  @Int({ description: 'On the way back, or back' }) returned: number;
}

@ApiTags('orders')
@Controller('recalls')
export class RecallReachController {
  constructor(private readonly db: Database) {}

  /** Zeros for a recall that reached nobody, and for one outside the actor's households or area. */
  @Get(':id/reach')
  @Can('recall.reach')
  @ApiOkResponse({ type: RecallReachDto })
  async reach(@Who() actor: Actor, @Param('id', ParseUUIDPipe) recallId: string): Promise<RecallReachDto> {
    const [counts] = await sql<RecallReachDto>(this.db.read, REACH, [
      recallId,
      actor.scope('household', 'household'),
      officialProvinces(actor),
    ]);
    return counts!;
  }
}

const REACH = `
  select count(*)::int as orders, coalesce(sum(packs), 0)::int as packs,
         (count(*) filter (where state in ('placed', 'confirmed', 'packed')))::int as "notPosted",
         (count(*) filter (where state = 'posted'))::int as "underWay",
         (count(*) filter (where state = 'delivered'))::int as delivered,
         (count(*) filter (where state in ('returning', 'returned')))::int as returned
    from orders.recall_reach reach join orders.seller_order part on part.id = reach.seller_order_id
   where recall_id = $1 and (part.household_id = any($2::uuid[]) or $3::text[] is null or part.province_code = any($3))`;
