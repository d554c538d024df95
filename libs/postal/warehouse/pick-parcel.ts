import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, idempotent, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { lockParcels, readParcelNumber } from '../scans/parcels-to-move.js';
import { allotGoods, type WantedGoods } from './allot-goods.rules.js';
import { lockGoodsOf } from './goods-movements.js';
import { pickOf } from './picks.query.js';
import type { PickDto } from './warehouse.dto.js';

/** A clerk begins to pack an announced parcel from its sender's stored goods: they are reserved, and the list says from which shelves. */
@Injectable()
export class PickParcel {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * Answers the pick as JSON text (`PickDto`). A parcel that is being picked, or is packed, answers what it has.
   * @throws Problem `parcel.unknown`, `parcel.accepted-already`, `parcel.withdrawn`, `pick.short`
   */
  async run(actor: Actor, writtenNumber: string, key: string): Promise<string> {
    const number = readParcelNumber(writtenNumber);
    const request = { owner: actor.accountId, route: 'postal.pick', key, body: { number } };
    return this.db.transaction((tx) => idempotent(tx, request, this.clock.now(), () => this.pick(tx, actor, number)));
  }

  private async pick(tx: Tx, actor: Actor, number: string): Promise<PickDto> {
    const [parcel] = await lockParcels(tx, [number], 'origin', staffOffices(actor, 'clerk'));
    if (!parcel) throw postalProblem('parcel.unknown');
    const known = await pickOf(tx, number);
    if (known.state) return known;
    if (parcel.state === 'withdrawn') throw postalProblem('parcel.withdrawn');
    if (parcel.state !== 'announced') throw postalProblem('parcel.accepted-already');
    await this.reserve(tx, actor, number);
    return pickOf(tx, number);
  }

  private async reserve(tx: Tx, actor: Actor, number: string): Promise<void> {
    const contents = await sql<{ code14: string | null; units: number }>(
      tx,
      'select code14, quantity as units from postal.content_line where parcel_number = $1 order by line_no',
      [number],
    );
    const wanted = contents.filter((line): line is WantedGoods => line.code14 !== null);
    // What carries no code cannot be found on a shelf.
    if (!wanted.length || wanted.length < contents.length) throw postalProblem('pick.short');
    const goods = await lockGoodsOf(tx, await this.ownerOf(tx, number), [...new Set(wanted.map((line) => line.code14))]);
    const shelves = goods.map(({ id, onHand, reserved, ...shelf }) => ({ ...shelf, goodsId: id, free: onHand - reserved }));
    const now = this.clock.now();
    const { lines, short } = allotGoods(wanted, shelves, localDay(now));
    if (short.length) throw postalProblem('pick.short', { errors: short.map(({ code14, units }) => missing(contents, code14, units)) });
    const id = randomUUID();
    await sql(tx, `insert into postal.pick (id, parcel_number, state, started_by, started_at) values ($1, $2, 'open', $3, $4)`, [
      id,
      number,
      actor.accountId,
      now,
    ]);
    for (const { goodsId, units } of lines) {
      await sql(tx, 'insert into postal.pick_line (pick_id, goods_id, units) values ($1, $2, $3)', [id, goodsId, units]);
      await sql(tx, 'update postal.stored_goods set reserved = reserved + $2 where id = $1', [goodsId, units]);
    }
    await this.trail.record(tx, actor, {
      action: 'parcel.picked',
      subjectKind: 'parcel',
      subjectId: number,
      details: { lines: lines.length },
    });
  }

  /** Throws `pick.short` for a sender whose goods the office does not keep. */
  private async ownerOf(tx: Tx, number: string): Promise<string> {
    const [owner] = await sql<{ id: string }>(
      tx,
      `select owner.id from postal.parcel join postal.goods_owner owner on owner.office_id = parcel.origin_office_id and owner.phone = parcel.sender_phone
        where parcel.number = $1`,
      [number],
    );
    if (!owner) throw postalProblem('pick.short');
    return owner.id;
  }
}

function missing(contents: readonly { code14: string | null }[], code14: string, units: number) {
  const index = contents.findIndex((line) => line.code14 === code14);
  return { pointer: `/contents/${index}`, code: 'pick.short', detail: `${code14}: ${units}` };
}
