import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, Events, platformProblem, Trail, type Actor, type Tx } from '@choxa/platform';
import { ProductChanged } from '../catalogue.events.js';
import { problem } from '../catalogue.problems.js';
import { checkedDecision, refusingTwice, type RecognitionInput } from './declare-recognition.js';
import { lockProductOfArea } from './official-scope.js';
import { RecognitionEntity } from './recognition.entity.js';

export interface EnterRecognitionInput extends RecognitionInput {
  productId: string;
  /** The declared row this settles, where the household wrote the decision's number or day otherwise. */
  recognitionId?: string | null;
}

/** An official records a decision on a product of their area. What the household declared, named or with the same key, becomes the recorded one. */
@Injectable()
export class EnterRecognition {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, `recognition.known` where an official has entered it before, `recognition.future`, `recognition.level`. */
  async run(actor: Actor, input: EnterRecognitionInput): Promise<RecognitionEntity> {
    const { productId } = input;
    const now = this.clock.now();
    const decided = checkedDecision(input, localDay(now));
    return refusingTwice(() =>
      this.db.transaction(async (tx) => {
        await lockProductOfArea(tx, actor, productId);
        const declared = await this.declared(tx, input);
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

  private async declared(tx: Tx, input: EnterRecognitionInput): Promise<RecognitionEntity | null> {
    const { productId, recognitionId, authority, decisionNumber, decisionDate } = input;
    if (!recognitionId) return tx.findOneBy(RecognitionEntity, { productId, authority, decisionNumber, decisionDate });
    const named = await tx.findOneBy(RecognitionEntity, { id: recognitionId, productId });
    if (!named) throw platformProblem('not-found');
    return named;
  }
}
