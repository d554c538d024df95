import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, decodeCursor, DEFAULT_LIMIT, pageOf, sql, type Actor, type Page, type PageQuery } from '@choxa/platform';
import { IMAGE_SIZES, imageUrl } from '../images/image-url.js';
import { closedUntilSql } from '../listing/closure.sql.js';
import type { FavouriteDto } from './favourites.dto.js';

type Row = Omit<FavouriteDto, 'thumbUrl' | 'addedAt'> & { imageKey: string | null; addedAt: Date };

/** What an account likes, as it stands in the shop today. The account is part of every query. */
@Injectable()
export class Favourites {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list({ accountId }: Actor, { limit = DEFAULT_LIMIT, cursor }: PageQuery): Promise<Page<FavouriteDto>> {
    const [addedAt, packId] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await sql<Row>(
      this.db.read,
      `select pack_id as "packId", slug, name, set_code as "setCode", net_content as "netContent", image_key as "imageKey",
              household_name as "householdName", household_slug as "householdSlug", price_vnd as "priceVnd",
              price_then_vnd as "priceThenVnd", added_at as "addedAt",
              case when not published then 'off_sale' when ${closedUntilSql('seller', '$5')} is not null then 'closed'
                   when on_hand = 0 then 'sold_out' else 'on_sale' end as state
         from catalogue.favourite join catalogue.listing using (pack_id)
        where account_id = $1 and ($2::timestamptz is null or (added_at, pack_id) < ($2, $3::uuid))
        order by added_at desc, pack_id desc limit $4`,
      [accountId, addedAt, packId, limit + 1, localDay(this.clock.now())],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.addedAt.toISOString(), row.packId],
      ({ imageKey, addedAt: added, ...row }) => ({
        ...row,
        thumbUrl: imageKey && imageUrl(imageKey, IMAGE_SIZES.thumb),
        addedAt: added.toISOString(),
      }),
    );
  }

  /** Ids of all of them, for the hearts of a page. */
  async packs({ accountId }: Actor): Promise<string[]> {
    const rows = await sql<{ packId: string }>(
      this.db.read,
      'select pack_id as "packId" from catalogue.favourite where account_id = $1 order by added_at desc, pack_id',
      [accountId],
    );
    return rows.map(({ packId }) => packId);
  }
}
