import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, decodeCursor, DEFAULT_LIMIT, pageOf, sql, type Actor, type Page, type Tx } from '@choxa/platform';
import { officialProvinces } from '../recognitions/official-scope.js';
import type { OwnTakedownDto, TakedownDto } from './moderation.dto.js';
import { TakedownEntity } from './takedown.entity.js';
import { takedownState, type TakedownState } from './takedown.rules.js';

type Row = TakedownEntity & Pick<TakedownDto, 'slug' | 'productName' | 'householdName' | 'provinceName'>;

/** Takedowns: those of an official's area, and the one in force on each of a household's products. */
@Injectable()
export class Takedowns {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  async list(
    actor: Actor,
    { state, limit = DEFAULT_LIMIT, cursor }: { state?: TakedownState; limit?: number; cursor?: string },
  ): Promise<Page<TakedownDto>> {
    const [takenDownAt, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await sql<Row>(this.db.read, LIST, [officialProvinces(actor), state ?? null, takenDownAt, id, limit + 1]);
    return pageOf(rows, limit, (row) => [row.takenDownAt.toISOString(), row.id], toTakedownDto);
  }

  /** One that the caller has just written. */
  async written(id: string): Promise<TakedownDto> {
    const [row] = await sql<Row>(this.db.read, `${ROWS} where takedown.id = $1`, [id]);
    return toTakedownDto(row!);
  }

  /** What keeps each of these products down now, by product id. */
  async inForce(tx: Tx, productIds: readonly string[]): Promise<Map<string, OwnTakedownDto>> {
    const rows = await tx
      .createQueryBuilder(TakedownEntity, 'takedown')
      .where({ productId: In([...productIds]) })
      .andWhere(`takedown.decision is distinct from 'restored'`)
      .getMany();
    return new Map(rows.map((row) => [row.productId, toOwnTakedownDto(row)]));
  }
}

function toOwnTakedownDto(takedown: TakedownEntity): OwnTakedownDto {
  const { id, authority, documentNumber, reason, appeal, decision, decisionNote } = takedown;
  return {
    ...{ id, authority, documentNumber, reason, appeal, decision, decisionNote },
    state: takedownState(takedown),
    takenDownAt: takedown.takenDownAt.toISOString(),
    appealedAt: takedown.appealedAt?.toISOString() ?? null,
  };
}

function toTakedownDto(row: Row): TakedownDto {
  const { productId, slug, productName, householdName, provinceName, basis } = row;
  return {
    ...toOwnTakedownDto(row),
    ...{ productId, slug, productName, householdName, provinceName, basis },
    requestedAt: row.requestedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    late: row.takenDownAt > row.dueAt,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}

const ROWS = `
  select takedown.id, takedown.product_id as "productId", takedown.authority, takedown.document_number as "documentNumber", takedown.reason,
         takedown.requested_at as "requestedAt", takedown.due_at as "dueAt", takedown.basis, takedown.taken_down_at as "takenDownAt",
         takedown.appeal, takedown.appealed_at as "appealedAt", takedown.decision, takedown.decision_note as "decisionNote",
         takedown.decided_at as "decidedAt", product.slug, product.name as "productName", listing.household_name as "householdName",
         listing.province_name as "provinceName"
    from catalogue.takedown
    join catalogue.product on product.id = takedown.product_id
    join lateral (select household_name, province_name, province_code from catalogue.listing where product_id = product.id limit 1) listing on true`;

const LIST = `${ROWS}
   where ($1::text[] is null or listing.province_code = any($1))
     and ($2::text is null or $2 = case when takedown.decision = 'restored' then 'restored'
                                        when takedown.appealed_at is not null and takedown.decision is null then 'appealed' else 'in_force' end)
     and ($3::timestamptz is null or (takedown.taken_down_at, takedown.id) < ($3, $4::uuid))
   order by takedown.taken_down_at desc, takedown.id desc limit $5`;
