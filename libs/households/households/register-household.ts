import { Injectable } from '@nestjs/common';
import { Accounts } from '@choxa/identity';
import { Places } from '@choxa/places';
import { Clock, Database, Trail, violates, type Actor } from '@choxa/platform';
import { householdProblem } from '../households.problems.js';
import { subjectKindOf } from '../subjects/subject.rules.js';
import { contactPhone } from './contact-phone.js';
import type { HouseholdEntity } from './household.entity.js';
import { insertHousehold } from './insert-household.js';

export interface RegisterHouseholdInput {
  name: string;
  /** As people type it; the account's own where none is given. */
  phone?: string;
  communeCode: string;
  street: string;
  /** Who makes the goods; the household's name where none is given. */
  producerName?: string;
}

/** Somebody signed in registers the household they sell for, and becomes its first member. */
@Injectable()
export class RegisterHousehold {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly accounts: Accounts,
    private readonly trail: Trail,
  ) {}

  /** Throws `place.unknown`, `household.exists`, `request.invalid` on a phone that is none. */
  async run(actor: Actor, input: RegisterHouseholdInput): Promise<HouseholdEntity> {
    const commune = this.places.commune(input.communeCode);
    if (!commune)
      throw householdProblem('place.unknown', {
        errors: [{ pointer: '/communeCode', code: 'place.unknown', detail: 'Không có xã, phường này.' }],
      });
    const phone = contactPhone(input.phone ?? actor.phone);
    const now = this.clock.now();
    try {
      return await this.db.transaction(async (tx) => {
        const household = await insertHousehold(tx, {
          name: input.name,
          producerName: input.producerName ?? input.name,
          phone,
          street: input.street,
          communeCode: commune.code,
          communeName: commune.name,
          communeKind: commune.kind,
          provinceCode: commune.provinceCode,
          provinceName: commune.provinceName,
          kind: subjectKindOf(input.name) ?? 'household',
          importKey: null,
          createdAt: now,
          createdBy: actor.accountId,
        });
        await tx.query(`insert into households.member (household_id, account_id, role, joined_at) values ($1, $2, 'owner', $3)`, [
          household.id,
          actor.accountId,
          now,
        ]);
        const grant = { role: 'household', scopeKind: 'household', scopeId: household.id, label: household.name } as const;
        await this.accounts.grant(tx, actor, actor.accountId, grant);
        await this.trail.record(tx, actor, { action: 'household.registered', subjectKind: 'household', subjectId: household.id });
        return household;
      });
    } catch (error) {
      if (violates(error, 'household_once_per_creator')) throw householdProblem('household.exists');
      throw error;
    }
  }
}
