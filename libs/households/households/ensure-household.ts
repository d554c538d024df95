import { Injectable } from '@nestjs/common';
import { Clock, sql, type Tx } from '@choxa/platform';
import { importKey, keyInCommune, oneImportAtATime, sameProducer, type ImportedProducer } from '../subjects/imported-producer.js';
import { insertHousehold } from './insert-household.js';

export interface EnsuredHousehold {
  id: string;
  slug: string;
  created: boolean;
  /** It was there without a commune, and this row knows it. */
  placed: boolean;
  communeCode: string | null;
}

interface Known {
  id: string;
  slug: string;
  importKey: string;
  communeCode: string | null;
}

/** Finds the household an import names, or makes it, pending and without an account. The same file again changes nothing. */
@Injectable()
export class EnsureHousehold {
  constructor(private readonly clock: Clock) {}

  /** `subjectId`: the legal holder behind it, linked where it is not yet. */
  async run(tx: Tx, producer: ImportedProducer & { subjectId?: string | null }): Promise<EnsuredHousehold> {
    await oneImportAtATime(tx);
    const named = await sql<Known>(
      tx,
      `select id, slug, import_key as "importKey", commune_code as "communeCode" from households.household where import_key = any($1)`,
      [[importKey(producer), keyInCommune(producer)]],
    );
    const known = sameProducer(producer, named);
    const household = known ?? (await this.insert(tx, producer, named.length ? keyInCommune(producer) : importKey(producer)));
    const placed = known !== null && known.communeCode === null && Boolean(producer.commune);
    if (placed) await this.place(tx, household.id, producer);
    if (producer.subjectId)
      await sql(tx, 'insert into households.subject_household (subject_id, household_id) values ($1, $2) on conflict do nothing', [
        producer.subjectId,
        household.id,
      ]);
    const { id, slug } = household;
    return { id, slug, created: !known, placed, communeCode: household.communeCode ?? producer.commune?.code ?? null };
  }

  private insert(
    tx: Tx,
    { name, kind, address, commune, province }: ImportedProducer,
    key: string,
  ): Promise<{ id: string; slug: string; communeCode: string | null }> {
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
      kind: kind ?? 'household',
      importKey: key,
      createdAt: this.clock.now(),
      createdBy: null,
      registeredBy: null,
    });
  }

  /** While nobody has looked at it, the words that stood for the commune in its street go. */
  private async place(tx: Tx, id: string, { commune, address }: ImportedProducer): Promise<void> {
    await sql(
      tx,
      `update households.household set commune_code = $2, commune_name = $3, commune_kind = $4, province_code = $5, province_name = $6,
              street = case when state = 'pending' then $7 else street end
        where id = $1 and commune_code is null`,
      [id, commune!.code, commune!.name, commune!.kind, commune!.provinceCode, commune!.provinceName, address ?? null],
    );
  }
}
