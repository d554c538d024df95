import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { SaleStops, type UnlabelledPack } from '@choxa/catalogue';
import { Households } from '@choxa/households';
import { Clock, Notify, Trail, type Tx } from '@choxa/platform';
import { formatDay, localDay } from '@choxa/standards';
import { LabelGraceEntity } from './label-grace.entity.js';
import { graceEnd, graceStep, type LabelPolicy } from './label-grace.rules.js';

/** The cause under which the catalogue keeps these packs off sale. */
const UNLABELLED = 'unlabelled';

/** Opens, ends and closes the time in which an unlabelled pack may be sold, and tells its household. Called behind `lockPack`. */
@Injectable()
export class LabelGraces {
  constructor(
    private readonly saleStops: SaleStops,
    private readonly households: Households,
    private readonly notify: Notify,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /** Does what the policy wants today about a pack whose label lacks `gaps` things: opens its time, reminds, pauses it, or lets it go. */
  async advance(tx: Tx, policy: LabelPolicy, pack: UnlabelledPack, gaps: number): Promise<void> {
    if (policy.mode === 'off') return this.release(tx, pack.packId, pack.productName);
    const today = localDay(this.clock.now());
    const grace =
      (await tx.findOneBy(LabelGraceEntity, { packId: pack.packId, closedAt: IsNull() })) ?? (await this.open(tx, policy, pack, today));
    const step = graceStep(policy, { ...grace, paused: grace.pausedAt !== null }, today);
    if (step.kind === 'remind') {
      await tx.update(LabelGraceEntity, { id: grace.id }, { remindedDays: step.daysBefore });
      const until = formatDay(grace.endsOn);
      await this.tell(
        tx,
        pack.householdId,
        'reminder',
        `Chợ Xã: nhãn của "${pack.productName}" còn thiếu ${gaps} mục. Sau ngày ${until}, gói này tạm ngừng bán cho tới khi đủ nhãn. Mở "Hoàn thiện nhãn" để xem còn thiếu gì. / Its label lacks ${gaps} things; after ${until} it is not sold until the label is complete.`,
      );
    }
    if (step.kind === 'pause') {
      await tx.update(LabelGraceEntity, { id: grace.id }, { pausedAt: this.clock.now() });
      await this.saleStops.set(tx, pack.packId, UNLABELLED, true);
      await this.tell(
        tx,
        pack.householdId,
        'paused',
        `Chợ Xã: "${pack.productName}" tạm ngừng bán vì nhãn còn thiếu ${gaps} mục. Điền đủ là bán lại ngay, không phải xin phép. / Not sold for now: its label lacks ${gaps} things. It goes on sale again by itself once they are there.`,
      );
      await this.record(tx, 'pack.sale-paused', pack.packId, pack.householdId);
    }
  }

  /** The label is complete, or nothing more is asked of it: the pack is sold again if it was paused for this. Nothing open: nothing happens. */
  async release(tx: Tx, packId: string, productName: string): Promise<void> {
    const grace = await tx.findOneBy(LabelGraceEntity, { packId, closedAt: IsNull() });
    if (!grace) return;
    await tx.update(LabelGraceEntity, { id: grace.id }, { closedAt: this.clock.now() });
    if (!grace.pausedAt) return;
    await this.saleStops.set(tx, packId, UNLABELLED, false);
    await this.tell(tx, grace.householdId, 'resumed', `Chợ Xã: "${productName}" đã bán lại. / On sale again.`);
    await this.record(tx, 'pack.sale-resumed', packId, grace.householdId);
  }

  private async open(tx: Tx, policy: LabelPolicy, { packId, householdId, provinceCode, firstSoldAt }: UnlabelledPack, today: string) {
    const endsOn = graceEnd(policy, localDay(firstSoldAt), today);
    const grace = { id: randomUUID(), packId, householdId, provinceCode, openedOn: today, endsOn };
    const fresh = tx.create(LabelGraceEntity, { ...grace, remindedDays: null, pausedAt: null, closedAt: null });
    await tx.insert(LabelGraceEntity, fresh);
    return fresh;
  }

  private async tell(tx: Tx, householdId: string, kind: 'reminder' | 'paused' | 'resumed', text: string): Promise<void> {
    const phone = (await this.households.byIds(tx, [householdId])).get(householdId)?.phone;
    if (phone) await this.notify.send(tx, { to: phone, channel: 'sms', template: `labelling.sale-${kind}`, text });
  }

  private async record(tx: Tx, action: string, packId: string, householdId: string): Promise<void> {
    await this.trail.record(tx, 'system', { action, subjectKind: 'pack', subjectId: packId, details: { householdId, cause: UNLABELLED } });
  }
}
