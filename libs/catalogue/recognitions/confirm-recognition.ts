import { Injectable } from '@nestjs/common';
import { Clock, Database, Events, Trail, type Actor } from '@choxa/platform';
import { ProductChanged, RecognitionSettled } from '../catalogue.events.js';
import { problem } from '../catalogue.problems.js';
import { Listings } from '../listing/listings.js';
import { lockRecognitionOfArea } from './official-scope.js';
import { settledRecognition } from './recognition-facts.js';
import { RecognitionEntity } from './recognition.entity.js';

/** A second official confirms what the first entered; from then on the stars are shown. Confirming again changes nothing. */
@Injectable()
export class ConfirmRecognition {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly listings: Listings,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, `recognition.not-entered`, `recognition.same-official`. */
  async run(actor: Actor, id: string): Promise<RecognitionEntity> {
    return this.db.transaction(async (tx) => {
      const recognition = await lockRecognitionOfArea(tx, actor, id);
      const { productId } = recognition;
      if (recognition.status === 'confirmed') return recognition;
      if (recognition.status !== 'entered') throw problem('recognition.not-entered');
      if (recognition.enteredBy === actor.accountId) throw problem('recognition.same-official');
      const confirmation = { status: 'confirmed', confirmedBy: actor.accountId, confirmedAt: this.clock.now() } as const;
      await tx.update(RecognitionEntity, { id }, confirmation);
      await this.listings.refresh(tx, [productId]);
      await this.events.publish(tx, ProductChanged, { productId });
      await this.events.publish(tx, RecognitionSettled, (await settledRecognition(tx, id))!);
      await this.trail.record(tx, actor, {
        action: 'recognition.confirmed',
        subjectKind: 'recognition',
        subjectId: id,
        details: { productId, stars: recognition.stars },
      });
      return Object.assign(recognition, confirmation);
    });
  }
}
