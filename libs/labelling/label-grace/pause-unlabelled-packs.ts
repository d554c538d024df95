import { UnlabelledPacks, type UnlabelledPack } from '@choxa/catalogue';
import { IsNull } from 'typeorm';
import { Clock, Database, Every, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { Labels } from '../label-rule/labels.js';
import { lockPack } from '../pack-lock.js';
import { LabelGraceEntity } from './label-grace.entity.js';
import { graceStep, type LabelPolicy } from './label-grace.rules.js';
import { LabelGraces } from './label-graces.js';
import { labelPolicyOn } from './label-policies.query.js';

const HOUR_SECONDS = 3600;
const NOTHING_ASKED: LabelPolicy = { mode: 'off', graceDays: 0, noticeDays: 0, reminderDays: [] };

/** What becomes due at local midnight for packs sold with an incomplete label: reminders, and the pause at the end of their time. */
@Every(HOUR_SECONDS)
export class PauseUnlabelledPacks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly packs: UnlabelledPacks,
    private readonly labels: Labels,
    private readonly graces: LabelGraces,
  ) {}

  /** Each pack in a transaction of its own: what one of them breaks holds up no other. Doing it twice, or in two processes, changes nothing. */
  async run(): Promise<void> {
    const [policy, today] = [await this.policy(this.db.read), localDay(this.clock.now())];
    const lacking = await this.packs.onOffer(this.db.read);
    const open = new Map((await this.db.read.findBy(LabelGraceEntity, { closedAt: IsNull() })).map((grace) => [grace.packId, grace]));
    for (const pack of lacking) if (isDue(policy, open.get(pack.packId), today)) await this.db.transaction((tx) => this.advance(tx, pack));
    // Paused, and no longer among them: complete without anybody noticing, or not offered any more. Judged once more, which releases what is complete.
    for (const { packId } of lacking) open.delete(packId);
    for (const { packId, pausedAt } of open.values()) if (pausedAt) await this.db.transaction((tx) => this.labels.refresh(tx, packId));
  }

  /** Does what is due for the packs of one product. */
  async ofProduct(tx: Tx, productId: string): Promise<void> {
    for (const pack of await this.packs.onOffer(tx, productId)) await this.advance(tx, pack);
  }

  private async advance(tx: Tx, pack: UnlabelledPack): Promise<void> {
    await lockPack(tx, pack.packId);
    const verdict = await this.labels.refresh(tx, pack.packId);
    if (!verdict?.missing.length) return;
    await this.graces.advance(tx, await this.policy(tx), pack, verdict.missing.length);
  }

  private async policy(tx: Tx): Promise<LabelPolicy> {
    return (await labelPolicyOn(tx, localDay(this.clock.now()))) ?? NOTHING_ASKED;
  }
}

function isDue(policy: LabelPolicy, grace: LabelGraceEntity | undefined, today: string): boolean {
  if (!grace) return policy.mode !== 'off';
  return graceStep(policy, { ...grace, paused: grace.pausedAt !== null }, today).kind !== 'nothing';
}
