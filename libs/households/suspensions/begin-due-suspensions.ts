import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, Events, Every, sql, Trail, type Tx } from '@choxa/platform';
import { HouseholdEntity } from '../households/household.entity.js';
import { HouseholdChanged, HouseholdSuspended } from '../households/household.events.js';
import { SuspensionEntity } from './suspension.entity.js';

type Announced = Pick<SuspensionEntity, 'id' | 'householdId' | 'reasonCode'>;

/** The day of a suspension has come: the household sells nothing more. Orders already placed are not touched. */
@Injectable()
export class BeginSuspension {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /** The household must be locked. */
  async run(tx: Tx, { id, householdId, reasonCode }: Announced): Promise<void> {
    await tx.update(SuspensionEntity, { id }, { begunAt: this.clock.now() });
    await tx.update(HouseholdEntity, { id: householdId }, { state: 'suspended' });
    await this.trail.record(tx, 'system', {
      action: 'household.suspended',
      subjectKind: 'household',
      subjectId: householdId,
      details: { reason: reasonCode },
    });
    await this.events.publish(tx, HouseholdSuspended, { householdId, suspensionId: id, reason: reasonCode });
    await this.events.publish(tx, HouseholdChanged, { householdId });
  }
}

/** Begins the suspensions whose first day has come. */
@Every(60)
export class BeginDueSuspensions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly begin: BeginSuspension,
  ) {}

  /** Each in a transaction of its own; how many began. */
  async run(): Promise<number> {
    const today = localDay(this.clock.now());
    const due = await sql<{ householdId: string }>(
      this.db.read,
      `select household_id as "householdId" from households.suspension
        where begun_at is null and lifted_at is null and starts_on <= $1 order by household_id`,
      [today],
    );
    for (const { householdId } of due) await this.db.transaction((tx) => this.beginOf(tx, householdId, today));
    return due.length;
  }

  /** Looked at again under the lock: an official may have lifted it, or another process begun it. */
  private async beginOf(tx: Tx, householdId: string, today: string): Promise<void> {
    await sql(tx, 'select 1 from households.household where id = $1 for update', [householdId]);
    const [due] = await sql<Announced>(
      tx,
      `select id, household_id as "householdId", reason_code as "reasonCode" from households.suspension
        where household_id = $1 and begun_at is null and lifted_at is null and starts_on <= $2`,
      [householdId, today],
    );
    if (due) await this.begin.run(tx, due);
  }
}
