import { Injectable } from '@nestjs/common';
import { parseContactPhone } from '@choxa/standards';
import { decodeCursor, DEFAULT_LIMIT, pageOf, sql, Trail, type Actor, type Page, type Tx } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { scannedCode } from '../parcels/content-check.rules.js';
import { PostalDatabase } from '../postal-database.js';
import type { StoredGoodsDto, StoredGoodsQuery } from './warehouse.dto.js';

type Row = Omit<StoredGoodsDto, 'receivedAt'> & { receivedAt: Date };

const SELECT = `
  select goods.id, owner.office_id as "officeId", office.name as "officeName", owner.name as "ownerName", owner.phone as "ownerPhone",
         goods.code14, goods.lot_code as "lotCode", goods.description, goods.place, goods.expires_on::text as "expiresOn",
         goods.on_hand as "onHand", goods.reserved, goods.received_at as "receivedAt"
    from postal.stored_goods goods
    join postal.goods_owner owner on owner.id = goods.owner_id
    join postal.office on office.id = owner.office_id`;

/** What lies in the places of the actor's own offices, by place. Empty shelves are left out. */
@Injectable()
export class StoredGoods {
  constructor(
    private readonly db: PostalDatabase,
    private readonly trail: Trail,
  ) {}

  async list(actor: Actor, { office, owner, code, limit = DEFAULT_LIMIT, cursor }: StoredGoodsQuery): Promise<Page<StoredGoodsDto>> {
    const own = staffOffices(actor, 'clerk');
    const offices = office ? own.filter((id) => id === office.toLowerCase()) : own;
    const [place, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const phone = owner ? parseContactPhone(owner) : null;
    const rows = await this.db.rows<Row>(
      'postal.stored-goods',
      `${SELECT} where owner.office_id = any($1::uuid[]) and goods.on_hand > 0
         and ($2::text is null or owner.phone = $2) and ($3::text is null or goods.code14 = $3)
         and ($4::text is null or (goods.place, goods.id) > ($4, $5::uuid))
       order by goods.place, goods.id limit $6`,
      [offices, phone ? (phone.ok ? phone.e164 : owner) : null, code ? scannedCode(code) : null, place, id, limit + 1],
    );
    if (rows.length) await this.recordReading(actor, rows);
    return pageOf(rows, limit, (row) => [row.place, row.id], toDto);
  }

  /** Names and telephones of owners were read. */
  private async recordReading(actor: Actor, rows: Row[]): Promise<void> {
    const [first, ...others] = rows.map(({ id }) => id);
    const reading = {
      action: 'goods.owner-read',
      subjectKind: 'stored-goods',
      subjectId: first!,
      details: others.length ? { others } : {},
    };
    await this.db.transaction((tx) => this.trail.record(tx, actor, reading));
  }
}

/** Shelves as a use case leaves them, in the sequence of `ids`; the use case has checked the scope. */
export async function goodsByIds(tx: Tx, ids: readonly string[]): Promise<StoredGoodsDto[]> {
  const rows = await sql<Row>(tx, `${SELECT} where goods.id = any($1::uuid[])`, [ids]);
  const found = new Map(rows.map((row) => [row.id, toDto(row)]));
  return ids.map((id) => found.get(id)!);
}

function toDto(row: Row): StoredGoodsDto {
  return { ...row, receivedAt: row.receivedAt.toISOString() };
}
