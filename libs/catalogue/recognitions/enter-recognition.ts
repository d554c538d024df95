import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, Events, Trail, type Actor } from '@choxa/platform';
import { ProductChanged } from '../catalogue.events.js';
import { problem } from '../catalogue.problems.js';
import { checkedDecision, refusingTwice, type RecognitionInput } from './declare-recognition.js';
import { lockProductOfArea } from './official-scope.js';
import { RecognitionEntity } from './recognition.entity.js';

/** An official records a decision on a product of their area. What the household declared with the same key becomes the recorded one. */
@Injectable()
export class EnterRecognition {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, `recognition.known` where an official has entered it before, `recognition.future`, `recognition.level`. */
  async run(actor: Actor, input: RecognitionInput & { productId: string }): Promise<RecognitionEntity> {
    const { productId } = input;
    const now = this.clock.now();
    const decided = checkedDecision(input, localDay(now));
    return refusingTwice(() =>
      this.db.transaction(async (tx) => {
        await lockProductOfArea(tx, actor, productId);
        const { authority, decisionNumber, decisionDate } = decided;
        const declared = await tx.findOneBy(RecognitionEntity, { productId, authority, decisionNumber, decisionDate });
        if (declared && declared.status !== 'declared') throw problem('recognition.known');
        const recognition: RecognitionEntity = {
          id: randomUUID(),
          source: 'official',
          declaredBy: null,
          createdAt: now,
          ...declared,
          ...decided,
          productId,
          status: 'entered',
          enteredBy: actor.accountId,
          enteredAt: now,
          confirmedBy: null,
          confirmedAt: null,
        };
        await tx.save(RecognitionEntity, recognition);
        await this.events.publish(tx, ProductChanged, { productId });
        await this.trail.record(tx, actor, {
          action: 'recognition.entered',
          subjectKind: 'recognition',
          subjectId: recognition.id,
          details: { productId, stars: recognition.stars },
        });
        return recognition;
      }),
    );
  }
}
