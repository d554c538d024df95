import { Events, type EventKind, type Grant, type Tx } from '@choxa/platform';
import { anActor, SeededNumbers, type World } from '@choxa/testing';

/** Of all that is random in a recount: another one in each run, written in the names of the tests; `RECOUNT_SEED` repeats one. */
export const SEED = Number(process.env.RECOUNT_SEED ?? Math.floor(Math.random() * 2 ** 31));

type Level = 'nation' | 'province' | 'commune';
export const officialOf = (scopeKind: Level, scopeId: string): Grant => ({ role: 'official', scopeKind, scopeId });
/** An official of a place. */
export const official = (...place: Parameters<typeof officialOf>) => anActor(officialOf(...place));
export const nation = official('nation', 'VN');

/** Who asks, for which place, and what he may be told of: of the places of the random sales. */
export const SIGHTS = [
  { as: nation, query: '', provinces: null, communes: null },
  { as: nation, query: '&province=31', provinces: ['31'], communes: null },
  { as: nation, query: '&province=01&commune=00025', provinces: ['01'], communes: ['00025'] },
  { as: official('province', '01'), query: '', provinces: ['01'], communes: null },
  { as: official('commune', '11164'), query: '', provinces: null, communes: ['11164'] },
];

/** Tells facts in another sequence than they happened, some of them twice. */
export class ShuffledTelling {
  private readonly chance = new SeededNumbers(SEED + 1);
  private readonly tellings: ((tx: Tx) => Promise<unknown>)[] = [];

  constructor(private readonly world: World) {}

  /** Facts of a kind, to be told with all others. */
  add<Data extends object>(kind: EventKind<Data>, facts: readonly Data[]): this {
    for (const fact of [...facts, ...this.chance.some(facts, 5)])
      this.tellings.push((tx) => this.world.get(Events).publish(tx, kind, fact));
    return this;
  }

  /** In two transactions, each handled before the next. */
  async tell(): Promise<void> {
    for (const half of [this.tellings.filter((_, index) => index % 2), this.tellings.filter((_, index) => index % 2 === 0)]) {
      await this.world.db.transaction(async (tx) => {
        for (const tell of this.chance.some(half, half.length)) await tell(tx);
      });
      await this.world.drain();
    }
  }
}
