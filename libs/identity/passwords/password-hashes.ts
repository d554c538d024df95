import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { platformProblem } from '@choxa/platform';
import { Lanes } from './lanes.js';

/** Argon2id, 19 MiB, two passes (promises.md, design rules). */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;
const MAY_WAIT = 60;

/** The hash of a password that nobody knows: checked where there is no account, so that a missing one costs the same work. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$ryQGfvWBHFMsuXSQa6ip2w$NeLnu9Mlkr679ZQ5/slMWxvNmYvQNwZDrB2/adc/DDA';

/** Slow hashes, at most four at once in a process: each takes 19 MiB and a core. */
@Injectable()
export class PasswordHashes {
  private readonly lanes = new Lanes(AT_ONCE, MAY_WAIT, () => platformProblem('service.busy', { retryAfterSeconds: 2 }));

  /** Throws `service.busy` when too many wait already. */
  async make(password: string): Promise<string> {
    return this.lanes.run(() => hash(password, COSTS));
  }

  /** Whether `password` belongs to `known`; never where nothing is known, at the same price. Throws `service.busy` like {@link make}. */
  async matches(known: string | undefined, password: string): Promise<boolean> {
    const right = await this.lanes.run(() => verify(known ?? NOBODYS, password));
    return right && known !== undefined;
  }
}
