import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, sql, type Tx } from '@choxa/platform';
import { importKey, keyInCommune, oneImportAtATime, sameProducer, type ImportedProducer } from './imported-producer.js';
import type { SubjectKind } from './subject.rules.js';

interface Known {
  id: string;
  importKey: string;
  communeCode: string | null;
}

/** Finds the subject an import names, or makes it. The same file again changes nothing. */
@Injectable()
export class EnsureSubject {
  constructor(private readonly clock: Clock) {}

  async run(tx: Tx, producer: ImportedProducer & { kind: SubjectKind }): Promise<{ id: string; created: boolean }> {
    await oneImportAtATime(tx);
    const named = await sql<Known>(
      tx,
      `select id, import_key as "importKey", commune_code as "communeCode" from households.subject where import_key = any($1)`,
      [[importKey(producer), keyInCommune(producer)]],
    );
    const known = sameProducer(producer, named);
    if (!known) return this.insert(tx, producer, named.length ? keyInCommune(producer) : importKey(producer));
    if (!known.communeCode && producer.commune) await this.place(tx, known.id, producer);
    return { id: known.id, created: false };
  }

  private async insert(tx: Tx, producer: ImportedProducer & { kind: SubjectKind }, key: string): Promise<{ id: string; created: boolean }> {
    const { name, kind, address, commune, province } = producer;
    const id = randomUUID();
    await sql(
      tx,
      `insert into households.subject (id, name, kind, address, commune_code, commune_name, province_code, province_name, import_key, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
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
    return { id, created: true };
  }

  private async place(tx: Tx, id: string, { commune, address }: ImportedProducer): Promise<void> {
    await sql(
      tx,
      `update households.subject set commune_code = $2, commune_name = $3, province_code = $4, province_name = $5, address = $6
        where id = $1 and commune_code is null`,
      [id, commune!.code, commune!.name, commune!.provinceCode, commune!.provinceName, address ?? null],
    );
  }
}
