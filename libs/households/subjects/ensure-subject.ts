import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, sql, type Tx } from '@choxa/platform';
import { importKey, type ImportedProducer } from './imported-producer.js';
import type { SubjectKind } from './subject.rules.js';

/** Finds the subject an import names, or makes it. The same file again changes nothing. */
@Injectable()
export class EnsureSubject {
  constructor(private readonly clock: Clock) {}

  async run(tx: Tx, producer: ImportedProducer & { kind: SubjectKind }): Promise<{ id: string; created: boolean }> {
    const { name, kind, address, commune, province } = producer;
    const key = importKey(producer);
    const [created] = await sql<{ id: string }>(
      tx,
      `insert into households.subject (id, name, kind, address, commune_code, commune_name, province_code, province_name, import_key, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict on constraint subject_import_key do nothing returning id`,
      [
        randomUUID(),
        name,
        kind,
        address ?? null,
        commune?.code ?? null,
        commune?.name ?? null,
        commune?.provinceCode ?? province?.code ?? null,
        commune?.provinceName ?? province?.name ?? null,
        key,
        this.clock.now(),
      ],
    );
    if (created) return { id: created.id, created: true };
    const [known] = await sql<{ id: string }>(tx, 'select id from households.subject where import_key = $1', [key]);
    return { id: known!.id, created: false };
  }
}
