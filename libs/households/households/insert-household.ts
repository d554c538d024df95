import { randomBytes, randomUUID } from 'node:crypto';
import { fold, slugify } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';
import { HouseholdEntity } from './household.entity.js';

export type NewHousehold = Pick<
  HouseholdEntity,
  'name' | 'producerName' | 'phone' | 'street' | 'communeCode' | 'communeName' | 'communeKind' | 'provinceCode' | 'provinceName'
> &
  Pick<HouseholdEntity, 'kind' | 'importKey' | 'createdBy' | 'registeredBy' | 'createdAt'>;

/** Writes a pending household under the first free address made from its name. */
export async function insertHousehold(tx: Tx, household: NewHousehold): Promise<HouseholdEntity> {
  for (const slug of slugsFor(household)) {
    const [inserted] = await sql<{ id: string }>(
      tx,
      `insert into households.household (id, slug, name, name_key, producer_name, phone, street, commune_code, commune_name, commune_kind,
         province_code, province_name, state, kind, import_key, created_at, created_by, registered_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'pending', $13, $14, $15, $16, $17)
       on conflict on constraint household_slug do nothing returning id`,
      [
        randomUUID(),
        slug,
        household.name,
        fold(household.name),
        household.producerName,
        household.phone,
        household.street,
        household.communeCode,
        household.communeName,
        household.communeKind,
        household.provinceCode,
        household.provinceName,
        household.kind,
        household.importKey,
        household.createdAt,
        household.createdBy,
        household.registeredBy,
      ],
    );
    if (inserted) return tx.findOneByOrFail(HouseholdEntity, { id: inserted.id });
  }
  throw new Error('no free slug');
}

/** The name; the name with its place; the name with a few random letters, which nobody else has. */
function slugsFor({ name, communeName, provinceName }: NewHousehold): string[] {
  const base = slugify(name, 60) || 'ho';
  const place = slugify(communeName ?? provinceName ?? '', 30);
  return [base, ...(place ? [`${base}-${place}`] : []), `${base}-${randomBytes(4).toString('hex')}`];
}
