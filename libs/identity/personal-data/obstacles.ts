import { Injectable } from '@nestjs/common';
import { PersonalDataHolders, type Obstacle, type Person, type Tx } from '@choxa/platform';

/** Everything unfinished, in any lib, for which a person's data are still needed. */
@Injectable()
export class Obstacles {
  constructor(private readonly holders: PersonalDataHolders) {}

  async of(tx: Tx, { accountId, phone }: Person): Promise<Obstacle[]> {
    const found: Obstacle[] = [];
    for (const holder of this.holders.all()) found.push(...(await holder.obstacles(tx, { accountId, phone })));
    return found;
  }
}
