import { Injectable } from '@nestjs/common';
import { decodeCursor, DEFAULT_LIMIT, pageOf, sql, type Actor, type Page, type Tx } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import type { PickDto, PicksQuery } from './warehouse.dto.js';

type Row = Omit<PickDto, 'announcedAt'> & { announcedAt: Date };

const SELECT = `
  select parcel.number as "parcelNumber", parcel.origin_office_id as "officeId", parcel.sender_name as "senderName",
         parcel.announced_at as "announcedAt", pick.state, parcel.state = 'withdrawn' as withdrawn,
         coalesce((select json_agg(json_build_object('code14', code14, 'description', description, 'quantity', quantity) order by line_no)
            from postal.content_line where parcel_number = parcel.number), '[]') as contents,
         coalesce((select json_agg(json_build_object('place', goods.place, 'code14', goods.code14, 'lotCode', goods.lot_code,
              'description', goods.description, 'units', line.units) order by goods.place, goods.id)
            from postal.pick_line line join postal.stored_goods goods on goods.id = line.goods_id where line.pick_id = pick.id), '[]') as lines
    from postal.parcel left join postal.pick on pick.parcel_number = parcel.number and pick.state <> 'put_back'`;

/** Parcels that can be packed from goods the post keeps for their sender, and those being packed; the oldest first. */
@Injectable()
export class Picks {
  constructor(private readonly db: PostalDatabase) {}

  async list(actor: Actor, { office, limit = DEFAULT_LIMIT, cursor }: PicksQuery): Promise<Page<PickDto>> {
    const own = staffOffices(actor, 'clerk');
    const offices = office ? own.filter((id) => id === office.toLowerCase()) : own;
    const [announcedAt, number] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await this.db.rows<Row>(
      'postal.picks',
      `${SELECT} where parcel.origin_office_id = any($1::uuid[])
         and (parcel.state = 'announced' or (parcel.state = 'withdrawn' and pick.id is not null))
         and (pick.id is not null or exists (select from postal.goods_owner owner join postal.stored_goods goods on goods.owner_id = owner.id
               where owner.office_id = parcel.origin_office_id and owner.phone = parcel.sender_phone and goods.on_hand > 0))
         and ($2::timestamptz is null or (parcel.announced_at, parcel.number) > ($2, $3::text))
       order by parcel.announced_at, parcel.number limit $4`,
      [offices, announcedAt, number, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.announcedAt.toISOString(), row.parcelNumber], toDto);
  }
}

/** A pick as its use case leaves it; the use case has checked the scope. */
export async function pickOf(tx: Tx, number: string): Promise<PickDto> {
  const [row] = await sql<Row>(tx, `${SELECT} where parcel.number = $1`, [number]);
  return toDto(row!);
}

function toDto(row: Row): PickDto {
  return { ...row, announcedAt: row.announcedAt.toISOString() };
}
