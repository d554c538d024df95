import { Injectable } from '@nestjs/common';
import { sql, steadyArray, type Tx } from '@choxa/platform';
import { householdsOfSoleMember } from '../personal-data/sole-member.query.js';
import { HouseholdEntity } from './household.entity.js';
import type { HouseholdKind, HouseholdState } from './household.rules.js';

/** A household as other libs copy it. Street and phone are for the post and for labels, never for a public page. */
export interface HouseholdSummary {
  id: string;
  slug: string;
  name: string;
  producerName: string;
  kind: HouseholdKind;
  state: HouseholdState;
  /** First and last local day of its next or present closure, `YYYY-MM-DD`. */
  closedFrom: string | null;
  closedUntil: string | null;
  /** E.164. */
  phone: string | null;
  street: string | null;
  communeCode: string | null;
  communeName: string | null;
  provinceCode: string | null;
  provinceName: string | null;
  /** Recipients may look at the goods before taking a parcel. */
  inspection: boolean;
}

/** Households, read by the libs that sell, label and send for them. */
@Injectable()
export class Households {
  /** Those of `ids` that exist, by id. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Map<string, HouseholdSummary>> {
    // By hand: every step of a checkout asks this, and building it anew costs more than running it.
    const found = await sql<HouseholdSummary>(tx, BY_IDS, [[...new Set(ids)]]);
    return new Map(found.map((household) => [household.id, household]));
  }

  /** The household at an address of the site, in whatever state, or null. */
  async bySlug(tx: Tx, slug: string): Promise<HouseholdSummary | null> {
    const found = await tx.findOneBy(HouseholdEntity, { slug });
    return found && toSummary(found);
  }

  /** Ids of the households an account is the only member of. */
  async ofSoleMember(tx: Tx, accountId: string): Promise<string[]> {
    return householdsOfSoleMember(tx, accountId);
  }
}

function toSummary(household: HouseholdEntity): HouseholdSummary {
  const { id, slug, name, producerName, kind, state, closedFrom, closedUntil, phone, street } = household;
  const { communeCode, communeName, provinceCode, provinceName, inspection } = household;
  return {
    id,
    slug,
    name,
    producerName,
    kind,
    state,
    closedFrom,
    closedUntil,
    phone,
    street,
    communeCode,
    communeName,
    provinceCode,
    provinceName,
    inspection,
  };
}

const BY_IDS = `
  select id, slug, name, producer_name as "producerName", kind, state, closed_from::text as "closedFrom",
         closed_until::text as "closedUntil", phone, street, commune_code as "communeCode", commune_name as "communeName",
         province_code as "provinceCode", province_name as "provinceName", inspection
    from households.household where id = any(${steadyArray('$1', 'uuid')})`;
