import { Clock, Database, Every, sql } from '@choxa/platform';

const DAY_MS = 86_400_000;
/** As long as a guest's cookie lives. */
const GUEST_DAYS = 30;
const ACCOUNT_DAYS = 180;

/** Carts nobody has touched for long are forgotten, with what they say about people. */
@Every(3600)
export class DropOldCarts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** How many were dropped. */
  async run(): Promise<number> {
    const before = (days: number) => new Date(this.clock.now().getTime() - days * DAY_MS);
    return this.db.transaction(async (tx) => {
      const gone = await sql<{ id: string }>(
        tx,
        `delete from orders.cart where updated_at < $1 and (account_id is null or updated_at < $2) returning id`,
        [before(GUEST_DAYS), before(ACCOUNT_DAYS)],
      );
      await sql(tx, 'delete from orders.cart_line where cart_id = any($1::uuid[])', [gone.map((cart) => cart.id)]);
      return gone.length;
    });
  }
}
