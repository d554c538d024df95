import { Injectable } from '@nestjs/common';
import { Database, type Actor } from '@choxa/platform';
import { ComplaintNotices } from './complaint-notices.js';
import type { ComplaintDesk } from './complaint-scope.js';
import { complaintProblem } from './complaint.problems.js';
import { MoveComplaint } from './move-complaint.js';

/** What household, post and official do about a complaint. */
@Injectable()
export class AnswerComplaint {
  constructor(
    private readonly db: Database,
    private readonly moves: MoveComplaint,
    private readonly notices: ComplaintNotices,
  ) {}

  /** @throws Problem `not-found`, `complaint.state`, `complaint.full` */
  async write(actor: Actor, desk: ComplaintDesk, id: string, text: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const complaint = await this.moves.lockAtDesk(tx, actor, desk, id);
      await this.moves.write(tx, actor, complaint, desk, text);
      await this.notices.tellBuyer(tx, id, {
        vi: 'Có trả lời mới. Xem trong trang đơn hàng.',
        en: 'There is an answer on the page of your order.',
      });
    });
  }

  /** An official decides what a buyer brought before it. @throws Problem `not-found`, `complaint.state` unless it is escalated */
  async decide(actor: Actor, id: string, outcome: 'upheld' | 'rejected' | 'settled', note: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const complaint = await this.moves.lockAtDesk(tx, actor, 'official', id);
      if (complaint.state !== 'escalated') throw complaintProblem('complaint.state');
      await this.moves.close(tx, actor, complaint, outcome, note);
      const words = { vi: `Cơ quan quản lý đã kết luận: ${note}`, en: `An official has decided: ${note}` };
      await this.notices.tellBuyer(tx, id, words);
      await this.notices.tellHousehold(tx, id, words);
    });
  }
}
