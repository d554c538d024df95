import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import {
  Database,
  FactSources,
  handledKind,
  JobQueue,
  queueOf,
  sql,
  type EventEnvelope,
  type EventHandler,
  type Tx,
} from '@choxa/platform';
import { lockParcelFacts } from '../facts/closed-parcels.js';
import { AMENDING_HANDLERS, FACT_HANDLERS, type FactRecorder } from '../facts/fact-handlers.js';
import { DERIVED_TABLES, FACT_TABLES, type FactTable } from './fact-tables.js';

/** How far the telling is: so many facts of a kind. */
export type Told = (kind: string, facts: number) => void;

/** Nobody in this process tells these kinds of facts again, so that a rebuild would lose them. */
export class FactsUntold extends Error {
  constructor(readonly kinds: readonly string[]) {
    super(`nobody tells these facts again: ${kinds.join(', ')}`);
  }
}

/** What a transaction saw, by the name under which PostgreSQL shows it to others until that transaction ends. */
export type Moment = string;

/** How long to wait for the handlers that are writing facts just now. */
const WAIT_FOR_WRITERS = '60s';

/** Hands all facts to the handlers of audit again. Both of its callers hold the tables, see `hold`. */
@Injectable()
export class TellFacts {
  constructor(
    private readonly db: Database,
    private readonly sources: FactSources,
    private readonly modules: ModuleRef,
    private readonly queue: JobQueue,
  ) {}

  /**
   * Until `tx` ends nobody else writes facts; what is told meanwhile waits in its queue. Readers go on with the facts as they were.
   * The time limits of requests do not hold for `tx`. It must be the first thing `tx` does.
   *
   * @returns the moment from which on nobody else writes, for `again`
   */
  async hold(tx: Tx): Promise<Moment> {
    await withoutLimits(tx);
    await sql(tx, `set local lock_timeout = '${WAIT_FOR_WRITERS}'`);
    // Before the tables: whoever writes facts of parcels holds this and then asks for them.
    await lockParcelFacts(tx);
    const tables = [...FACT_TABLES, ...DERIVED_TABLES].map(({ name }) => `audit.${name}`);
    await sql(tx, `lock table ${[...new Set(tables)].join(', ')} in share row exclusive mode`);
    const [moment] = await sql<{ id: Moment }>(tx, 'select pg_export_snapshot() as id');
    return moment!.id;
  }

  /**
   * Empties the tables of facts and fills them from the sources as they were at that moment, which are read on a connection of their own
   * while `tx` writes. @throws FactsUntold before anything is touched
   */
  async again(tx: Tx, moment: Moment, told: Told): Promise<void> {
    const untold = FACT_HANDLERS.map(handledKind).filter((kind) => !this.sources.of(kind).length);
    if (untold.length) throw new FactsUntold(untold);
    for (const table of [...FACT_TABLES, ...DERIVED_TABLES]) await sql(tx, `delete from audit.${table.name} ${whereOf(table)}`);
    await this.db.snapshot(async (read) => {
      await sql(read, `set transaction snapshot '${moment}'`);
      await withoutLimits(read);
      for (const [kind, types] of Map.groupBy(FACT_HANDLERS, handledKind)) {
        const handlers = types.map((type) => this.modules.get<FactRecorder<object> | EventHandler>(type, { strict: false }));
        await this.tellKind(kind, read, tx, handlers, told);
      }
    });
    for (const { name } of FACT_TABLES) await sql(tx, `analyze audit.${name}`);
    for (const derived of DERIVED_TABLES) await derived.make(tx);
  }

  /** Handles in `tx` what was told already and waits in a queue: with it the facts are those of the sources. */
  async waiting(tx: Tx): Promise<void> {
    for (const type of [...FACT_HANDLERS, ...AMENDING_HANDLERS]) {
      const handler = this.modules.get<EventHandler>(type, { strict: false });
      const events = (await this.queue.waiting(tx, queueOf(handledKind(type), type.name))) as EventEnvelope<object>[];
      await handle(tx, handler, events);
    }
  }

  private async tellKind(
    kind: string,
    read: Tx,
    tx: Tx,
    handlers: readonly (FactRecorder<object> | EventHandler)[],
    told: Told,
  ): Promise<void> {
    let count = 0;
    for (const source of this.sources.of(kind))
      await source.tell(read, async (facts) => {
        for (const handler of handlers) {
          if ('record' in handler) await handler.record(tx, facts);
          else await handle(tx, handler, facts.map(envelope(kind)));
        }
        told(kind, (count += facts.length));
      });
  }
}

async function withoutLimits(tx: Tx): Promise<void> {
  await sql(tx, 'set local statement_timeout = 0');
  await sql(tx, 'set local idle_in_transaction_session_timeout = 0');
}

/** SQL of the rows that a table of facts has for the facts. */
export function whereOf({ only }: FactTable): string {
  return only ? `where ${only}` : '';
}

async function handle(tx: Tx, handler: EventHandler, events: readonly EventEnvelope<object>[]): Promise<void> {
  if (handler.handleAll) await handler.handleAll(tx, events);
  else for (const event of events) await handler.handle(tx, event);
}

/** A fact told again has no event of its own. */
function envelope(name: string): (data: object) => EventEnvelope<object> {
  return (data) => ({ id: '00000000-0000-0000-0000-000000000000', name, occurredAt: '', data });
}
