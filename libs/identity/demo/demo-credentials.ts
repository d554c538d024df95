import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, Config, Database, sql } from '@choxa/platform';
import { PasswordHashes } from '../passwords/password-hashes.js';
import { DEMO_ACCOUNTS, isStaff } from './demo-accounts.js';

/** What all the demo's staff sign in with. It opens nothing outside demo mode, where these accounts have no credentials. */
export const DEMO_PASSWORD = 'cho-xa-demo';
export const DEMO_SECRET = 'CHOXADEMOCHOXADEMOCHOXADEMO22222';

/** Gives the demo's staff their password and second factor, as soon as a process starts on demo data without them. */
@Injectable()
export class DemoCredentials implements OnApplicationBootstrap {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly hashes: PasswordHashes,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.demo) await this.run();
  }

  async run(): Promise<void> {
    const without = await sql<{ id: string }>(
      this.db.read,
      `select id from identity.account where phone = any($1) and not exists (select from identity.credential where account_id = id)`,
      [DEMO_ACCOUNTS.filter(isStaff).map(({ phone }) => phone)],
    );
    if (!without.length) return;
    const hash = await this.hashes.make(DEMO_PASSWORD);
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const ids = without.map(({ id }) => id);
      await tx.query(
        'insert into identity.credential (account_id, password_hash, set_at) select unnest($1::uuid[]), $2, $3 on conflict do nothing',
        [ids, hash, now],
      );
      await tx.query(
        `insert into identity.second_factor (account_id, secret, last_step, confirmed_at)
         select unnest($1::uuid[]), $2, 0, $3 on conflict do nothing`,
        [ids, DEMO_SECRET, now],
      );
    });
  }
}
