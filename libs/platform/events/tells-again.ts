import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { sql, type Tx } from '../database/database.js';
import type { EventKind } from './event.js';

/**
 * Tells the facts of one kind anew, as they were told when they happened: read from the rows of the lib they are a fact of, so that
 * whoever counts them can begin from nothing. A class that implements it carries `@TellsAgain(Kind)` and is found by that.
 */
export interface FactSource<Data extends object = object> {
  /** Hands all facts to `take`, some thousand at a time, in any sequence. A fact that another took back since need not be told. */
  tell(tx: Tx, take: (facts: readonly Data[]) => Promise<void>): Promise<void>;
}

const TELLS_AGAIN = 'choxa:tells-again';

/** Marks a class as a source of the facts of an event kind. A kind may have several, each with facts of its own. */
export function TellsAgain<Data extends object>(kind: EventKind<Data>) {
  return (target: new (...args: never[]) => FactSource<Data>) => {
    applyDecorators(Injectable(), SetMetadata(TELLS_AGAIN, kind.name))(target);
  };
}

/** Every source of the running process, so that whoever counts facts need not know who has them. */
@Injectable()
export class FactSources {
  constructor(private readonly discovery: DiscoveryService) {}

  /** The sources of an event kind by its name; empty when nobody tells it again. */
  of(kind: string): FactSource[] {
    return this.discovery
      .getProviders()
      .filter(({ metatype, instance }) => metatype && instance && Reflect.getMetadata(TELLS_AGAIN, metatype) === kind)
      .map(({ instance }) => instance as FactSource);
  }
}

/** Facts handed on at once. */
const STEP = 5_000;
let cursors = 0;

/**
 * Runs a query without parameters in `tx` and hands its rows on in steps of 5,000, all of one moment, never all at once in memory. While a step
 * is taken the next one is read, so `take` must not use `tx`.
 */
export async function readInSteps<Row>(tx: Tx, query: string, take: (rows: readonly Row[]) => Promise<void>): Promise<void> {
  const cursor = `told_again_${(cursors += 1)}`;
  await sql(tx, `declare ${cursor} no scroll cursor for ${query}`);
  const next = (): Promise<Row[]> => sql<Row>(tx, `fetch forward ${STEP} from ${cursor}`);
  for (let rows = await next(); rows.length;) [rows] = await Promise.all([next(), take(rows)]);
  await sql(tx, `close ${cursor}`);
}
