import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { RemarkNotice } from '../moderation/remark-notice.js';
import { QuestionEntity } from './question.entity.js';

/** A household answers a question about its product: from then on everybody sees both. Answering again puts the new words in place of the old. */
@Injectable()
export class AnswerQuestion {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly notice: RemarkNotice,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, also for a question that is hidden. */
  async run(actor: Actor, questionId: string, answer: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const question = await tx
        .createQueryBuilder(QuestionEntity, 'question')
        .where('question.id = :questionId and question.householdId = any(:own) and question.hiddenAt is null', {
          questionId,
          own: actor.scope('household', 'household'),
        })
        .setLock('pessimistic_write')
        .getOne();
      if (!question) throw platformProblem('not-found');
      await tx.update(QuestionEntity, { id: questionId }, { answer, answeredAt: this.clock.now() });
      if (!question.answer) await this.notice.answered(tx, question);
      await this.trail.record(tx, actor, { action: 'question.answered', subjectKind: 'question', subjectId: questionId });
    });
  }
}
