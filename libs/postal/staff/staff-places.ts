import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { sql, StaffRegister, type Actor } from '@choxa/platform';
import type { OfficeKind } from '../offices/office.entity.js';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';

/** An office as the place of somebody's work. */
export interface WorkPlace {
  id: string;
  code: string;
  name: string;
  kind: OfficeKind;
}

/** Whom a manager may send where: offices of the operator, and the register of people that the process keeps (identity's). */
@Injectable()
export class StaffPlaces implements OnModuleInit {
  private kept: StaffRegister | null = null;

  constructor(
    private readonly db: PostalDatabase,
    private readonly modules: ModuleRef,
  ) {}

  onModuleInit(): void {
    try {
      this.kept = this.modules.get(StaffRegister, { strict: false });
    } catch {
      this.kept = null;
    }
  }

  /** @throws Problem `staff.not-kept` in a process that keeps no people */
  get register(): StaffRegister {
    if (!this.kept) throw postalProblem('staff.not-kept');
    return this.kept;
  }

  /** All offices of the operators the actor manages, or the one asked for; closed ones too, since people may still be named there. */
  async managed(actor: Actor, office?: string): Promise<WorkPlace[]> {
    return sql<WorkPlace>(
      this.db.read,
      'select id, code, name, kind from postal.office where operator_id = any($1::uuid[]) and ($2::uuid is null or id = $2)',
      [managedOperators(actor), office ?? null],
    );
  }

  /** Telephones (E.164) of an operator's managers; none in a process that keeps no people. */
  async managerPhones(operatorId: string): Promise<string[]> {
    return this.kept ? this.kept.managerPhones(operatorId) : [];
  }

  /** @throws Problem `office.unknown`, also for another operator's */
  async one(actor: Actor, office: string): Promise<WorkPlace> {
    const [place] = await this.managed(actor, office);
    if (!place) throw postalProblem('office.unknown');
    return place;
  }
}
