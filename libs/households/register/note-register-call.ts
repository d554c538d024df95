import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, Trail, type Actor } from '@choxa/platform';
import type { RegisterCallOutcome } from './register-call.rules.js';
import { nameKey } from './register.rules.js';
import { REGISTER_SCOPE, registerScope } from './registers.query.js';

/** A clerk or official called a household of the register and notes what came of it; every call is kept. */
@Injectable()
export class NoteRegisterCall {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** @throws not-found outside the actor's places */
  async run(actor: Actor, entryId: string, outcome: RegisterCallOutcome, note: string | null): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [entry] = await sql<{ name: string; communeCode: string }>(
        tx,
        `select entry.name, version.commune_code as "communeCode"
           from households.register_entry entry join households.register_version version on version.id = entry.version_id
          where ${REGISTER_SCOPE} and entry.id = $4`,
        [...registerScope(actor), entryId],
      );
      if (!entry) throw platformProblem('not-found');
      await sql(
        tx,
        `insert into households.register_call (id, entry_id, commune_code, name_key, outcome, note, called_at, called_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [randomUUID(), entryId, entry.communeCode, nameKey(entry.name), outcome, note, this.clock.now(), actor.accountId],
      );
      await this.trail.record(tx, actor, {
        action: 'register.household-called',
        subjectKind: 'register-entry',
        subjectId: entryId,
        details: { outcome },
      });
    });
  }
}
