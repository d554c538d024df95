import { Injectable } from '@nestjs/common';
import { steadyArray, type Actor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import type { OfficeKind } from './office.entity.js';

/** An office as its own staff see it. */
export interface StaffOffice {
  id: string;
  code: string;
  name: string;
  kind: OfficeKind;
  operatorId: string;
  operatorCode: string;
  operatorName: string;
  communeCode: string;
  communeName: string;
  provinceCode: string;
  provinceName: string;
  postcode: string | null;
}

@Injectable()
export class Offices {
  constructor(private readonly db: PostalDatabase) {}

  /** The offices among `ids`, by name. Ids nobody knows are left out. */
  async byIds(ids: readonly string[]): Promise<StaffOffice[]> {
    const known = ids.filter((id) => UUID.test(id));
    if (!known.length) return [];
    return this.db.rows<StaffOffice>(
      'postal.offices',
      `select office.id, office.code, office.name, office.kind, operator.id as "operatorId", operator.code as "operatorCode",
         operator.name as "operatorName", office.commune_code as "communeCode", office.commune_name as "communeName",
         office.province_code as "provinceCode", office.province_name as "provinceName", office.postcode
       from postal.office join postal.operator on operator.id = office.operator_id
       where office.id = any(${steadyArray('$1', 'uuid')}) order by office.name, office.id`,
      [known],
    );
  }

  /** The offices the actor works for. */
  async ofStaff(actor: Actor): Promise<StaffOffice[]> {
    return this.byIds(staffOffices(actor));
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids of the offices the actor works for, in one of the roles: the scope of every staff query. */
export function staffOffices(actor: Actor, ...roles: ('clerk' | 'courier')[]): string[] {
  return actor.scope('office', ...(roles.length ? roles : (['clerk', 'courier'] as const))).filter((id) => UUID.test(id));
}
