import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, Trail, violates, type Actor } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { checkedDecision, type RecognitionInput } from './declare-recognition.js';
import { lockRecognitionOfArea } from './official-scope.js';
import { RecognitionChangeEntity } from './recognition-change.entity.js';
import { decisionOf } from './recognition.rules.js';

export interface ProposeChangeInput {
  /** Told to the household. */
  reason: string;
  /** How the decision should read; absent: it is to be revoked. */
  wanted?: RecognitionInput;
}

/** An official finds a recorded decision wrong, or the authority has taken it back. It stands as it is until another official agrees. */
@Injectable()
export class ProposeChange {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, `recognition.not-standing`, `recognition.change-open`, `recognition.future`, `recognition.level`. */
  async run(actor: Actor, recognitionId: string, { reason, wanted }: ProposeChangeInput): Promise<void> {
    const now = this.clock.now();
    const decided = wanted && decisionOf(checkedDecision(wanted, localDay(now)));
    try {
      await this.db.transaction(async (tx) => {
        const recognition = await lockRecognitionOfArea(tx, actor, recognitionId);
        if (recognition.status !== 'entered' && recognition.status !== 'confirmed') throw problem('recognition.not-standing');
        const kind = decided ? 'correction' : 'revocation';
        await tx.insert(RecognitionChangeEntity, {
          id: randomUUID(),
          recognitionId,
          kind,
          state: 'proposed',
          reason,
          former: decisionOf(recognition),
          wanted: decided ?? null,
          proposedBy: actor.accountId,
          proposedAt: now,
          decidedBy: null,
          decidedAt: null,
        });
        const action = `recognition.${kind}-proposed`;
        await this.trail.record(tx, actor, { action, subjectKind: 'recognition', subjectId: recognitionId });
      });
    } catch (error) {
      if (violates(error, 'recognition_change_open')) throw problem('recognition.change-open');
      throw error;
    }
  }
}
