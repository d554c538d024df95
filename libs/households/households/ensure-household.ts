import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@choxa/platform';
import { importKey, type ImportedProducer } from '../subjects/imported-producer.js';
import { HouseholdEntity } from './household.entity.js';
import { insertHousehold } from './insert-household.js';

/** Finds the household an import names, or makes it, pending and without an account. The same file again changes nothing. */
@Injectable()
export class EnsureHousehold {
  constructor(private readonly clock: Clock) {}

  /** `subjectId`: the legal holder behind it, linked where it is not yet. */
  async run(tx: Tx, producer: ImportedProducer & { subjectId?: string }): Promise<{ id: string; slug: string; created: boolean }> {
    const key = importKey(producer);
    // Two imports at once would both find nothing; the second waits here and then finds it.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`households.household ${key}`]);
    const known = await tx.findOneBy(HouseholdEntity, { importKey: key });
    const { id, slug } = known ?? (await this.insert(tx, producer, key));
    if (producer.subjectId)
      await tx.query('insert into households.subject_household (subject_id, household_id) values ($1, $2) on conflict do nothing', [
        producer.subjectId,
        id,
      ]);
    return { id, slug, created: !known };
  }

  private insert(tx: Tx, { name, address, commune, province }: ImportedProducer, key: string): Promise<HouseholdEntity> {
    return insertHousehold(tx, {
      name,
      producerName: name,
      phone: null,
      street: address ?? null,
      communeCode: commune?.code ?? null,
      communeName: commune?.name ?? null,
      communeKind: commune?.kind ?? null,
      provinceCode: commune?.provinceCode ?? province?.code ?? null,
      provinceName: commune?.provinceName ?? province?.name ?? null,
      importKey: key,
      createdAt: this.clock.now(),
      createdBy: null,
    });
  }
}
