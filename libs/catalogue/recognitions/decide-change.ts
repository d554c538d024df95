import { Injectable } from '@nestjs/common';
import { Households } from '@choxa/households';
import { Clock, Database, Events, Notify, platformProblem, Trail, type Actor, type Tx } from '@choxa/platform';
import { ProductChanged, RecognitionSettled } from '../catalogue.events.js';
import { problem } from '../catalogue.problems.js';
import { Listings } from '../listing/listings.js';
import { ProductEntity } from '../products/product.entity.js';
import { refusingTwice } from './declare-recognition.js';
import { lockRecognitionOfArea } from './official-scope.js';
import { RecognitionChangeEntity } from './recognition-change.entity.js';
import { settledRecognition } from './recognition-facts.js';
import { changeMessage } from './recognition-messages.js';
import { RecognitionEntity } from './recognition.entity.js';
import { lastDayOf } from './recognition.rules.js';

// Seven dependencies: a decision on stars is told to everybody whom it concerns, in its own transaction.
/** A second official agrees to a correction or revocation, or either of them drops it. */
@Injectable()
export class DecideChange {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly households: Households,
    private readonly listings: Listings,
    private readonly events: Events,
    private readonly notify: Notify,
    private readonly trail: Trail,
  ) {}

  /** Carries the open change out. Throws `not-found` where none is open, `recognition.same-proposer`, `recognition.known`. */
  async confirm(actor: Actor, recognitionId: string): Promise<void> {
    await refusingTwice(() =>
      this.db.transaction(async (tx) => {
        const { recognition, change } = await this.open(tx, actor, recognitionId);
        if (change.proposedBy === actor.accountId) throw problem('recognition.same-proposer');
        await this.close(tx, actor, change, 'confirmed');
        if (change.wanted) {
          const expiresOn = lastDayOf(change.wanted.decisionDate, null);
          await tx.update(RecognitionEntity, { id: recognitionId }, { ...change.wanted, year: null, expiresOn });
        } else await tx.update(RecognitionEntity, { id: recognitionId }, { status: 'revoked' });
        const { productId } = recognition;
        await this.listings.refresh(tx, [productId]);
        await this.events.publish(tx, ProductChanged, { productId });
        const settled = await settledRecognition(tx, recognitionId);
        if (settled) await this.events.publish(tx, RecognitionSettled, settled);
        await this.tellHousehold(tx, productId, change);
      }),
    );
  }

  /** Lets the recognition stand as it is. Throws `not-found` where no change is open. */
  async drop(actor: Actor, recognitionId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { change } = await this.open(tx, actor, recognitionId);
      await this.close(tx, actor, change, 'dropped');
    });
  }

  private async open(tx: Tx, actor: Actor, recognitionId: string) {
    const recognition = await lockRecognitionOfArea(tx, actor, recognitionId);
    const change = await tx.findOneBy(RecognitionChangeEntity, { recognitionId, state: 'proposed' });
    if (!change) throw platformProblem('not-found');
    return { recognition, change };
  }

  private async close(tx: Tx, actor: Actor, { id, kind, recognitionId }: RecognitionChangeEntity, state: 'confirmed' | 'dropped') {
    await tx.update(RecognitionChangeEntity, { id }, { state, decidedBy: actor.accountId, decidedAt: this.clock.now() });
    const action = `recognition.${kind}-${state}`;
    await this.trail.record(tx, actor, { action, subjectKind: 'recognition', subjectId: recognitionId });
  }

  private async tellHousehold(tx: Tx, productId: string, change: RecognitionChangeEntity): Promise<void> {
    const product = await tx.findOneByOrFail(ProductEntity, { id: productId });
    const household = (await this.households.byIds(tx, [product.householdId])).get(product.householdId);
    if (!household?.phone) return;
    const text = changeMessage(product.name, change);
    await this.notify.send(tx, { to: household.phone, channel: 'sms', template: 'catalogue.recognition-change', text });
  }
}
