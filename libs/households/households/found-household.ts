import { Injectable } from '@nestjs/common';
import { Accounts } from '@choxa/identity';
import { Places } from '@choxa/places';
import { Clock, Trail, violates, type Actor, type Tx } from '@choxa/platform';
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

/** A pending household with its first member and owner, whoever registered it. */
@Injectable()
export class FoundHousehold {
  constructor(
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly accounts: Accounts,
    private readonly trail: Trail,
  ) {}

  /** `by`: who registers it, the founder or a clerk. Throws `place.unknown`, `household.exists`, `request.invalid` on a phone that is none. */
  async run(tx: Tx, by: Actor, founder: { id: string; phone: string }, input: RegisterHouseholdInput): Promise<HouseholdEntity> {
    const commune = this.places.commune(input.communeCode);
    if (!commune)
      throw householdProblem('place.unknown', {
        errors: [{ pointer: '/communeCode', code: 'place.unknown', detail: 'Không có xã, phường này.' }],
      });
    const now = this.clock.now();
    const household = await this.insert(tx, {
      name: input.name,
      producerName: input.producerName ?? input.name,
      phone: contactPhone(input.phone ?? founder.phone),
      street: input.street,
      communeCode: commune.code,
      communeName: commune.name,
      communeKind: commune.kind,
      provinceCode: commune.provinceCode,
      provinceName: commune.provinceName,
      kind: subjectKindOf(input.name) ?? 'household',
      importKey: null,
      createdAt: now,
      createdBy: founder.id,
      registeredBy: by.accountId,
    });
    await tx.query(`insert into households.member (household_id, account_id, role, joined_at) values ($1, $2, 'owner', $3)`, [
      household.id,
      founder.id,
      now,
    ]);
    const grant = { role: 'household', scopeKind: 'household', scopeId: household.id, label: household.name } as const;
    await this.accounts.grant(tx, by, founder.id, grant);
    await this.trail.record(tx, by, { action: 'household.registered', subjectKind: 'household', subjectId: household.id });
    return household;
  }

  private async insert(tx: Tx, row: Parameters<typeof insertHousehold>[1]): Promise<HouseholdEntity> {
    try {
      return await insertHousehold(tx, row);
    } catch (error) {
      if (violates(error, 'household_once_per_creator')) throw householdProblem('household.exists');
      throw error;
    }
  }
}
