import { randomUUID } from 'node:crypto';
import { Actor, Actors, type Grant } from '@choxa/platform';

const known = new Map<string, Actor>();

/** Somebody with exactly these roles, for `http(…, { as })`. No account row is made. */
export function anActor(...grants: Grant[]): Actor {
  const actor = new Actor(randomUUID(), 'Người thử', '+84900000000', grants, randomUUID());
  known.set(actor.sessionId, actor);
  return actor;
}

/** Resolves the actors made by {@link anActor}, and asks the real resolver, where there is one, for every other cookie. */
export class TestActors extends Actors {
  constructor(private readonly real: Actors | null) {
    super();
  }

  async ofCookie(token: string): Promise<Actor | null> {
    return known.get(token) ?? (await this.real?.ofCookie(token)) ?? null;
  }

  async ofApiKey(key: string): Promise<Actor | null> {
    return (await this.real?.ofApiKey(key)) ?? null;
  }
}

/** Stands in for identity where a lib is tested without it. */
export class NobodyKnown extends Actors {
  async ofCookie(): Promise<Actor | null> {
    return null;
  }

  async ofApiKey(): Promise<Actor | null> {
    return null;
  }
}
