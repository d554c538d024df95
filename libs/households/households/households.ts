import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '@choxa/platform';
import { HouseholdEntity } from './household.entity.js';
import type { HouseholdState } from './household.rules.js';

/** A household as other libs copy it. Street and phone are for the post and for labels, never for a public page. */
export interface HouseholdSummary {
  id: string;
  slug: string;
  name: string;
  producerName: string;
  state: HouseholdState;
  /** E.164. */
  phone: string | null;
  street: string | null;
  communeCode: string | null;
  communeName: string | null;
  provinceCode: string | null;
  provinceName: string | null;
}

/** Households, read by the libs that sell, label and send for them. */
@Injectable()
export class Households {
  /** Those of `ids` that exist, by id. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Map<string, HouseholdSummary>> {
    const found = await tx.findBy(HouseholdEntity, { id: In([...new Set(ids)]) });
    return new Map(found.map((household) => [household.id, toSummary(household)]));
  }

  /** The household at an address of the site, in whatever state, or null. */
  async bySlug(tx: Tx, slug: string): Promise<HouseholdSummary | null> {
    const found = await tx.findOneBy(HouseholdEntity, { slug });
    return found && toSummary(found);
  }
}

function toSummary(household: HouseholdEntity): HouseholdSummary {
  const { id, slug, name, producerName, state, phone, street, communeCode, communeName, provinceCode, provinceName } = household;
  return { id, slug, name, producerName, state, phone, street, communeCode, communeName, provinceCode, provinceName };
}
