import { Injectable } from '@nestjs/common';
import { Clock, platformProblem, type Tx } from '@choxa/platform';
import type { PackFacts } from './pack-facts.js';
import { PackEntity } from './pack.entity.js';

export interface NewPack extends PackFacts {
  id: string;
  productId: string;
  /** Its place among the packs of the product. */
  position: number;
}

/** Writes new packs, not listed and not in stock yet. */
@Injectable()
export class NewPacks {
  constructor(private readonly clock: Clock) {}

  /** False where the product has this pack already. Throws `request.conflict` where the id is another's. */
  async insert(tx: Tx, pack: NewPack): Promise<boolean> {
    const written = await tx
      .createQueryBuilder()
      .insert()
      .into(PackEntity)
      .values({ ...pack, createdAt: this.clock.now() })
      .orIgnore()
      .returning('id')
      .execute();
    if ((written.raw as unknown[]).length) return true;
    if (await tx.existsBy(PackEntity, { id: pack.id, productId: pack.productId })) return false;
    throw platformProblem('request.conflict');
  }

  /** Many packs under new ids at once. */
  async insertAll(tx: Tx, packs: readonly NewPack[]): Promise<void> {
    const createdAt = this.clock.now();
    await tx.insert(
      PackEntity,
      packs.map((pack) => ({ ...pack, createdAt })),
    );
  }
}
