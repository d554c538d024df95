import { localDay } from '@choxa/standards';
import { Clock, Database, Every, Notify, PersonalDataHolders, sql, Trail, type Person, type Tx } from '@choxa/platform';
import { answerText } from './deletion.rules.js';
import { DeletionRequestEntity } from './deletion-request.entity.js';
import { Obstacles } from './obstacles.js';

/** Carries out the requests whose day has come, one transaction each; what is held back is looked at again every hour. */
@Every(3600)
export class ExecuteDeletions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly holders: PersonalDataHolders,
    private readonly obstacles: Obstacles,
    private readonly notify: Notify,
    private readonly trail: Trail,
  ) {}

  /** Deletes the data of everybody whose request is due and unhindered; how many. Doing it twice, or in two processes, changes nothing. */
  async run(): Promise<number> {
    const due = await sql<{ id: string }>(
      this.db.read,
      `select id from identity.deletion_request where state in ('accepted', 'held') and not_before <= $1 order by due_on, id`,
      [localDay(this.clock.now())],
    );
    let done = 0;
    for (const { id } of due) if (await this.db.transaction((tx) => this.execute(tx, id))) done += 1;
    return done;
  }

  private async execute(tx: Tx, id: string): Promise<boolean> {
    const [open] = await sql<Person & { state: string; notBefore: string; dueOn: string }>(
      tx,
      `select account.id as "accountId", account.phone, state, not_before::text as "notBefore", due_on::text as "dueOn"
         from identity.deletion_request request join identity.account on account.id = request.account_id
        where request.id = $1 and state in ('accepted', 'held') for update of request, account skip locked`,
      [id],
    );
    if (!open) return false;
    const { accountId, phone, state, notBefore, dueOn } = open;
    const obstacles = await this.obstacles.of(tx, { accountId, phone });
    if (obstacles.length) {
      await tx.update(DeletionRequestEntity, { id }, { state: 'held', obstacles });
      const text = answerText({ obstacles, notBefore, dueOn });
      if (state === 'accepted') await this.notify.send(tx, { to: phone, channel: 'sms', template: 'identity.deletion', text });
      return false;
    }
    for (const holder of this.holders.all()) await holder.erase(tx, { accountId, phone });
    await this.trail.record(tx, 'system', { action: 'personal-data.erased', subjectKind: 'account', subjectId: accountId });
    await tx.update(DeletionRequestEntity, { id }, { state: 'done', obstacles: [], closedAt: this.clock.now() });
    return true;
  }
}
