import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { encodeImage } from '@choxa/catalogue';
import { Clock, Database, FileStorage, platformProblem, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { buyersOrder } from '../order-pages/buyers-order.query.js';
import { returnProblem } from './return.problems.js';
import { MOST_PICTURES } from './return.rules.js';

/** Pictures of what is wrong with delivered goods: only the buyer and the household that sold them see them. */
@Injectable()
export class ReturnPictures {
  constructor(
    private readonly db: Database,
    private readonly storage: FileStorage,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * Keeps a picture, made anew without its metadata, for a request that is about to be sent; answers its id.
   * @throws Problem `not-found`, `return.not-delivered`, `return.pictures-full`, and what `encodeImage` refuses
   */
  async add(actor: Actor | null, number: string, key: string | undefined, sellerOrderId: string, upload: Buffer): Promise<string> {
    // Decoding is work: nobody makes us do it for an order that is not theirs.
    await this.db.transaction((tx) => this.requireRoom(tx, actor, number, key, sellerOrderId));
    const { files } = await encodeImage(upload);
    return this.db.transaction(async (tx) => {
      await this.requireRoom(tx, actor, number, key, sellerOrderId);
      const id = randomUUID();
      const fileKey = `returns/${id}.webp`;
      await sql(tx, 'insert into orders.return_picture (id, seller_order_id, file_key, added_at) values ($1, $2, $3, $4)', [
        id,
        sellerOrderId,
        fileKey,
        this.clock.now(),
      ]);
      await this.storage.put(fileKey, files.page);
      await this.trail.record(tx, actor ?? 'guest', {
        action: 'return.picture-added',
        subjectKind: 'seller-order',
        subjectId: sellerOrderId,
      });
      return id;
    });
  }

  /** For the buyer. @throws Problem `not-found` */
  async ofBuyer(actor: Actor | null, number: string, key: string | undefined, id: string): Promise<{ stream: Readable; size: number }> {
    const order = await buyersOrder(this.db.read, actor, number, key);
    return this.open(id, 'part.order_id = $2', order.id);
  }

  /** For the household that sold the goods. @throws Problem `not-found` */
  async ofHousehold(actor: Actor, id: string): Promise<{ stream: Readable; size: number }> {
    return this.open(id, 'picture.return_id is not null and part.household_id = any($2::uuid[])', actor.scope('household', 'household'));
  }

  private async open(id: string, scope: string, given: unknown): Promise<{ stream: Readable; size: number }> {
    const [row] = await sql<{ fileKey: string }>(
      this.db.read,
      `select picture.file_key as "fileKey" from orders.return_picture picture
         join orders.seller_order part on part.id = picture.seller_order_id where picture.id = $1 and ${scope}`,
      [id, given],
    );
    const file = row && (await this.storage.open(row.fileKey));
    if (!file) throw platformProblem('not-found');
    return file;
  }

  private async requireRoom(tx: Tx, actor: Actor | null, number: string, key: string | undefined, sellerOrderId: string): Promise<void> {
    const order = await buyersOrder(tx, actor, number, key);
    const [part] = await sql<{ state: string; waiting: number }>(
      tx,
      `select state, (select count(*)::int from orders.return_picture where seller_order_id = part.id and return_id is null) as waiting
         from orders.seller_order part where id = $1 and order_id = $2 for update`,
      [sellerOrderId, order.id],
    );
    if (!part) throw platformProblem('not-found');
    if (part.state !== 'delivered') throw returnProblem('return.not-delivered');
    // Pictures of a request that was never sent make room for those of the next one.
    if (part.waiting >= MOST_PICTURES * 3) throw returnProblem('return.pictures-full');
  }
}
