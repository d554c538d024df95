import { Injectable } from '@nestjs/common';
import { Trail, type Actor, type TrailFact, type Tx } from '@choxa/platform';
import { changedPack, type PackFacts, type PackFactsInput } from './pack-facts.js';
import { PackEntity } from './pack.entity.js';

/** Writes what a household changed of a pack. */
@Injectable()
export class PackEdits {
  constructor(private readonly trail: Trail) {}

  /** Of a pack whose product is locked. Throws `pack.net-content`, pointing below `at`. */
  async apply(tx: Tx, actor: Actor, pack: PackEntity, input: PackFactsInput, at = ''): Promise<void> {
    const changed = changedPack(pack, input, at);
    await tx.update(PackEntity, { id: pack.id }, changed);
    await this.trail.record(tx, actor, changeOf(pack, changed));
  }
}

/** What the trail says: a price is money and is named as such. */
function changeOf({ id, priceVnd }: PackEntity, changed: PackFacts): TrailFact {
  const subject = { subjectKind: 'pack', subjectId: id };
  if (changed.priceVnd === priceVnd) return { action: 'pack.edited', ...subject, details: { ...changed } };
  return { action: 'pack.price-changed', ...subject, details: { fromVnd: priceVnd, toVnd: changed.priceVnd } };
}
