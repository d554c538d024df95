import { Injectable } from '@nestjs/common';
import { ParcelPacked } from '@choxa/postal-contract';
import { Clock, Events, idempotent, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { scannedCode } from '../parcels/content-check.rules.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { lockParcels, readParcelNumber, type LockedParcel } from '../scans/parcels-to-move.js';
import { differences } from './allot-goods.rules.js';
import { move } from './goods-movements.js';
import type { PickState } from './pick.entity.js';
import { pickOf } from './picks.query.js';
import type { PickDto } from './warehouse.dto.js';

interface Pick {
  id: string;
  state: PickState;
}

interface Line {
  goodsId: string;
  code14: string;
  lotCode: string;
  units: number;
}

/** A parcel picked from stored goods is packed, unit by scanned unit, or its goods go back to their shelves. */
@Injectable()
export class PackParcel {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /**
   * Answers the pick as JSON text (`PickDto`).
   *
   * @param codes one per unit put in, as scanned
   * @throws Problem `parcel.unknown`, `parcel.withdrawn`, `pick.none`, `pick.codes-differ` (its errors name each code)
   */
  async run(actor: Actor, writtenNumber: string, codes: readonly string[], key: string): Promise<string> {
    return this.change(actor, writtenNumber, 'postal.packing', { codes }, key, async (tx, parcel, pick) => {
      if (parcel.state === 'withdrawn') throw postalProblem('parcel.withdrawn');
      if (pick.state === 'packed') return;
      await this.pack(tx, actor, parcel, pick, codes.map(scannedCode));
    });
  }

  /** Answers the parcel without its pick as JSON text (`PickDto`). Throws `parcel.unknown`, `parcel.accepted-already`, `pick.none`. */
  async putBack(actor: Actor, writtenNumber: string, key: string): Promise<string> {
    return this.change(actor, writtenNumber, 'postal.put-back', {}, key, async (tx, parcel, pick) => {
      if (parcel.acceptedAt) throw postalProblem('parcel.accepted-already');
      const now = this.clock.now();
      for (const { goodsId, units } of await linesOf(tx, pick.id)) {
        if (pick.state === 'packed') await move(tx, actor, [{ goodsId, kind: 'put_back', units, parcelNumber: parcel.number }], now);
        else await sql(tx, 'update postal.stored_goods set reserved = reserved - $2 where id = $1', [goodsId, units]);
      }
      await this.end(tx, pick.id, 'put_back');
      await this.trail.record(tx, actor, { action: 'parcel.put-back', subjectKind: 'parcel', subjectId: parcel.number });
    });
  }

  private async change(
    actor: Actor,
    writtenNumber: string,
    route: string,
    body: object,
    key: string,
    work: (tx: Tx, parcel: LockedParcel, pick: Pick) => Promise<void>,
  ): Promise<string> {
    const number = readParcelNumber(writtenNumber);
    const request = { owner: actor.accountId, route, key, body: { number, ...body } };
    return this.db.transaction((tx) =>
      idempotent(tx, request, this.clock.now(), async (): Promise<PickDto> => {
        const [parcel] = await lockParcels(tx, [number], 'origin', staffOffices(actor, 'clerk'));
        if (!parcel) throw postalProblem('parcel.unknown');
        const [pick] = await sql<Pick>(tx, `select id, state from postal.pick where parcel_number = $1 and state <> 'put_back'`, [number]);
        if (!pick) throw postalProblem('pick.none');
        await work(tx, parcel, pick);
        return pickOf(tx, number);
      }),
    );
  }

  private async pack(tx: Tx, actor: Actor, { number, senderReference }: LockedParcel, pick: Pick, codes: string[]): Promise<void> {
    const lines = await linesOf(tx, pick.id);
    const wrong = differences(lines, codes);
    if (wrong.length)
      throw postalProblem('pick.codes-differ', {
        errors: wrong.map(({ code14, wanted, scanned }) => ({
          pointer: '/codes',
          code: 'pick.codes-differ',
          detail: `${code14}: ${scanned}/${wanted}`,
        })),
      });
    const now = this.clock.now();
    const moves = lines.map(({ goodsId, units }) => ({ goodsId, kind: 'packed' as const, units: -units, parcelNumber: number }));
    await move(tx, actor, moves, now);
    await this.end(tx, pick.id, 'packed');
    const contents = lines.map(({ code14, lotCode, units }) => ({ code14, lotCode, quantity: units }));
    await this.events.publish(tx, ParcelPacked, { number, senderReference, packedAt: now.toISOString(), contents });
    await this.trail.record(tx, actor, { action: 'parcel.packed', subjectKind: 'parcel', subjectId: number, details: { contents } });
  }

  private async end(tx: Tx, id: string, state: PickState): Promise<void> {
    await sql(tx, 'update postal.pick set state = $2, ended_at = $3 where id = $1', [id, state, this.clock.now()]);
  }
}

/** Locks the shelves of a pick, by id. */
async function linesOf(tx: Tx, pickId: string): Promise<Line[]> {
  return sql<Line>(
    tx,
    `select goods.id as "goodsId", goods.code14, goods.lot_code as "lotCode", line.units
       from postal.pick_line line join postal.stored_goods goods on goods.id = line.goods_id
      where line.pick_id = $1 order by goods.id for update of goods`,
    [pickId],
  );
}
