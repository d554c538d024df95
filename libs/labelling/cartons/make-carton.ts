import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OwnPacks } from '@choxa/catalogue';
import { Clock, Database, Trail, type Actor } from '@choxa/platform';
import { CARTON_INDICATORS, cartonNumber, isShortNumber } from '@choxa/standards';
import { BarcodeEntity } from '../barcodes/barcode.entity.js';
import { labellingProblem } from '../labelling.problems.js';
import { lockNumber, lockPack } from '../pack-lock.js';
import { CartonEntity } from './carton.entity.js';

/** Gives a carton of equal packs its GTIN-14. */
@Injectable()
export class MakeCarton {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ownPacks: OwnPacks,
    private readonly trail: Trail,
  ) {}

  /**
   * The first indicator whose number nobody has is taken; an indicator once used is never used again.
   * Throws `not-found` on a pack that is not the actor's, `carton.*`.
   */
  async run(actor: Actor, packId: string, packsInside: number): Promise<CartonEntity> {
    return this.db.transaction(async (tx) => {
      const { householdId } = await this.ownPacks.require(tx, actor, packId);
      await lockPack(tx, packId);
      const barcode = await tx.findOneBy(BarcodeEntity, { packId, state: 'current' });
      if (barcode?.kind !== 'gtin' || isShortNumber(barcode.number) || !barcode.number.startsWith('0'))
        throw labellingProblem('carton.no-gtin');
      if (await tx.existsBy(CartonEntity, { packId, packsInside, state: 'current' }))
        throw labellingProblem('carton.known', {
          errors: [{ pointer: '/packsInside', code: 'carton.known', detail: String(packsInside) }],
        });
      for (const indicator of CARTON_INDICATORS) {
        const number = cartonNumber(barcode.number, indicator);
        await lockNumber(tx, number);
        if ((await tx.existsBy(CartonEntity, { number })) || (await tx.existsBy(BarcodeEntity, { number }))) continue;
        const made = { madeAt: this.clock.now(), madeBy: actor.accountId, replacedAt: null };
        const carton = tx.create(CartonEntity, { id: randomUUID(), packId, householdId, number, packsInside, state: 'current', ...made });
        await tx.insert(CartonEntity, carton);
        const details = { householdId, number, packsInside };
        await this.trail.record(tx, actor, { action: 'carton.made', subjectKind: 'pack', subjectId: packId, details });
        return carton;
      }
      throw labellingProblem('carton.full');
    });
  }
}
