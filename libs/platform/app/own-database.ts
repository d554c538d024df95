import type { FactoryProvider } from '@nestjs/common';
import { Config } from '../config/config.js';
import { connect } from '../database/data-source.js';
import { Database } from '../database/database.js';
import type { Lib } from '../database/lib.js';

/**
 * A `Database` for one module whose connections run as `role` and know only `lib`'s tables: put it among that module's providers and
 * everything in it writes through the wall (house.md, "The hard wall around the post"), its event handlers too.
 * `token`: a subclass of the module's own, so that `Database` means the common one everywhere else.
 */
export function ownDatabase(lib: Lib, role: string, token: typeof Database): FactoryProvider<Promise<Database>> {
  return {
    provide: token,
    inject: [Config],
    useFactory: async (config: Config) => new Database(await connect(config.databaseUrl, [lib], { poolSize: config.poolSize, role })),
  };
}
