import { Injectable } from '@nestjs/common';
import { Clock, Database, type Actor } from '@choxa/platform';
import { ComplaintNotices } from './complaint-notices.js';
import { complaintProblem } from './complaint.problems.js';
import { mayEscalate } from './complaint.rules.js';
import { MoveComplaint } from './move-complaint.js';

/** Who is complaining, and about which of their complaints. */
export interface Complaining {
  actor: Actor | null;
  number: string;
  key: string | undefined;
  id: string;
}

/** What the buyer does about a complaint that is open: writes again, brings it before an official, is content. */
@Injectable()
export class PursueComplaint {
  constructor(
    private readonly db: Database,
    private readonly moves: MoveComplaint,
    private readonly notices: ComplaintNotices,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found`, `complaint.state`, `complaint.full` */
  async write({ actor, number, key, id }: Complaining, text: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const complaint = await this.moves.lockOfBuyer(tx, actor, number, key, id);
      await this.moves.write(tx, actor ?? 'guest', complaint, 'buyer', text);
      await this.notices.tellHousehold(tx, id, { vi: 'Người mua nhắn thêm.', en: 'The buyer has written again.' });
    });
  }

  /** @throws Problem `not-found`, `complaint.state`, `complaint.too-early` while the answer is not due */
  async escalate({ actor, number, key, id }: Complaining): Promise<void> {
    await this.db.transaction(async (tx) => {
      const complaint = await this.moves.lockOfBuyer(tx, actor, number, key, id);
      if (!mayEscalate(complaint.state, complaint.answerDueAt, this.clock.now())) throw complaintProblem('complaint.too-early');
      await this.moves.escalate(tx, actor ?? 'guest', complaint);
      await this.notices.tellHousehold(tx, id, { vi: 'Đã chuyển lên cơ quan quản lý.', en: 'It is before an official now.' });
    });
  }

  /** @throws Problem `not-found`, `complaint.state` */
  async close({ actor, number, key, id }: Complaining): Promise<void> {
    await this.db.transaction(async (tx) => {
      const complaint = await this.moves.lockOfBuyer(tx, actor, number, key, id);
      await this.moves.close(tx, actor ?? 'guest', complaint, 'solved', null);
      await this.notices.tellHousehold(tx, id, { vi: 'Người mua báo đã giải quyết xong.', en: 'The buyer says that it is solved.' });
    });
  }
}
