import { Injectable } from '@nestjs/common';
import { Clock, idempotent, Trail, type Actor, type Tx } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { lockGoods, move, requireFree, type LockedGoods } from './goods-movements.js';
import { shelfOf } from './put-on-shelf.js';
import { goodsByIds } from './stored-goods.query.js';
import type { CountGoodsDto, MoveGoodsDto, StoredGoodsDto } from './warehouse.dto.js';

/** What a clerk does to goods that lie in a place: moved to another, given back to their owner, counted anew. */
@Injectable()
export class ChangeGoods {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** To another place of the office. Answers where they lie now as JSON text (`StoredGoodsDto`). Throws `goods.unknown`, `goods.short`, `goods.same-place`. */
  async moveTo(actor: Actor, id: string, { place, units }: MoveGoodsDto, key: string): Promise<string> {
    return this.change(actor, id, 'moved', { place, units }, key, async (tx, goods, now) => {
      if (place === goods.place) throw postalProblem('goods.same-place');
      requireFree(goods, units);
      const { id: target } = await shelfOf(tx, { ...goods, place });
      await move(
        tx,
        actor,
        [
          { goodsId: id, kind: 'moved', units: -units },
          { goodsId: target, kind: 'moved', units },
        ],
        now,
      );
      return target;
    });
  }

  /** To their owner. Answers what is left as JSON text (`StoredGoodsDto`). Throws `goods.unknown`, `goods.short`. */
  async giveBack(actor: Actor, id: string, units: number, key: string): Promise<string> {
    return this.change(actor, id, 'given-back', { units }, key, async (tx, goods, now) => {
      requireFree(goods, units);
      await move(tx, actor, [{ goodsId: id, kind: 'given_back', units: -units }], now);
      return id;
    });
  }

  /**
   * What was counted replaces what was written; the difference is a movement of its own, with its reason. Answers the shelf as JSON text
   * (`StoredGoodsDto`). Throws `goods.unknown`, `goods.reserved` when fewer are there than parcels being packed need.
   */
  async count(actor: Actor, id: string, { units, reason }: CountGoodsDto, key: string): Promise<string> {
    return this.change(actor, id, 'counted', { units, reason }, key, async (tx, goods, now) => {
      if (units < goods.reserved) throw postalProblem('goods.reserved');
      if (units !== goods.onHand) await move(tx, actor, [{ goodsId: id, kind: 'counted', units: units - goods.onHand, reason }], now);
      return id;
    });
  }

  private async change(
    actor: Actor,
    id: string,
    what: 'moved' | 'given-back' | 'counted',
    details: Record<string, unknown>,
    key: string,
    work: (tx: Tx, goods: LockedGoods, now: Date) => Promise<string>,
  ): Promise<string> {
    const request = { owner: actor.accountId, route: `postal.goods-${what}`, key, body: { id, ...details } };
    const now = this.clock.now();
    return this.db.transaction((tx) =>
      idempotent(tx, request, now, async (): Promise<StoredGoodsDto> => {
        const shown = await work(tx, await lockGoods(tx, actor, id), now);
        await this.trail.record(tx, actor, { action: `goods.${what}`, subjectKind: 'stored-goods', subjectId: id, details });
        return (await goodsByIds(tx, [shown]))[0]!;
      }),
    );
  }
}
