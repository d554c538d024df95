import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { parseContactPhone, parseItemNumber } from '@choxa/standards';
import { Clock, idempotent, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { move } from './goods-movements.js';
import { shelfOf } from './put-on-shelf.js';
import { goodsByIds } from './stored-goods.query.js';
import type { GoodsReceiptDto, ReceivedLineDto, ReceiveGoodsDto } from './warehouse.dto.js';

/** A clerk takes goods over that the post will keep and pack for their owner, by place and lot. */
@Injectable()
export class ReceiveGoods {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * Answers the shelves as JSON text (`GoodsReceiptDto`), in the sequence of the lines.
   * @throws Problem `office.unknown`, `goods.phone`, `goods.code`, `goods.lot-day`
   */
  async run(actor: Actor, input: ReceiveGoodsDto, key: string): Promise<string> {
    const request = { owner: actor.accountId, route: 'postal.goods-receipt', key, body: { ...input } };
    return this.db.transaction((tx) => idempotent(tx, request, this.clock.now(), () => this.receive(tx, actor, input)));
  }

  private async receive(tx: Tx, actor: Actor, input: ReceiveGoodsDto): Promise<GoodsReceiptDto> {
    if (!staffOffices(actor, 'clerk').includes(input.office.toLowerCase())) throw postalProblem('office.unknown');
    const phone = parseContactPhone(input.ownerPhone);
    if (!phone.ok)
      throw postalProblem('goods.phone', { errors: [{ pointer: '/ownerPhone', code: 'goods.phone', detail: input.ownerPhone }] });
    const codes = input.lines.map(codeOf);
    const ownerId = await this.owner(tx, input.office, phone.e164, input.ownerName);
    const now = this.clock.now();
    const shelves: string[] = [];
    for (const [index, line] of input.lines.entries()) {
      const { lotCode, place, description, units, expiresOn = null } = line;
      const shelf = await shelfOf(tx, { ownerId, code14: codes[index]!, lotCode, place, description, expiresOn, receivedAt: now });
      if (shelf.expiresOn !== expiresOn) throw otherDay(index, shelf.expiresOn);
      await move(tx, actor, [{ goodsId: shelf.id, kind: 'received', units }], now);
      shelves.push(shelf.id);
    }
    const details = {
      office: input.office,
      lines: input.lines.map(({ lotCode, units }, index) => ({ code14: codes[index], lotCode, units })),
    };
    await this.trail.record(tx, actor, { action: 'goods.received', subjectKind: 'goods-owner', subjectId: ownerId, details });
    return { data: await goodsByIds(tx, shelves) };
  }

  private async owner(tx: Tx, officeId: string, phone: string, name: string): Promise<string> {
    const [owner] = await sql<{ id: string }>(
      tx,
      `insert into postal.goods_owner (id, office_id, phone, name) values ($1, $2, $3, $4)
       on conflict on constraint goods_owner_of_office do update set name = excluded.name returning id`,
      [randomUUID(), officeId, phone, name],
    );
    return owner!.id;
  }
}

function codeOf({ code }: ReceivedLineDto, index: number): string {
  const item = parseItemNumber(code);
  if (item.ok) return item.number14;
  throw postalProblem('goods.code', { errors: [{ pointer: `/lines/${index}/code`, code: 'goods.code', detail: code }] });
}

function otherDay(index: number, known: string | null): Error {
  return postalProblem('goods.lot-day', { errors: [{ pointer: `/lines/${index}/expiresOn`, code: 'goods.lot-day', detail: known ?? '' }] });
}
