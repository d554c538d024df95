import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { sql } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type { OfficeKind } from './office.entity.js';
import { TellOfficeChanges } from './tell-office-changes.js';

export interface OfficeOpening {
  operatorCode: string;
  /** Unique within the operator. */
  code: string;
  name: string;
  kind: OfficeKind;
  communeCode: string;
  postcode?: string | null;
  /** Able to serve public services; not unless told. */
  publicService?: boolean;
}

/** Opens an office of an operator. The same operator and code again changes nothing. @throws Problem `operator.unknown`, `place.unknown` */
@Injectable()
export class OpenOffice {
  constructor(
    private readonly db: PostalDatabase,
    private readonly places: Places,
    private readonly tellChanges: TellOfficeChanges,
  ) {}

  async run(input: OfficeOpening): Promise<{ id: string; code: string; name: string; operatorCode: string }> {
    const place = this.places.commune(input.communeCode);
    if (!place) throw postalProblem('place.unknown');
    return this.db.transaction(async (tx) => {
      const [operator] = await sql<{ id: string }>(tx, 'select id from postal.operator where code = $1', [input.operatorCode]);
      if (!operator) throw postalProblem('operator.unknown');
      const opened = await sql(
        tx,
        `insert into postal.office
           (id, operator_id, code, name, kind, commune_code, commune_name, province_code, province_name, postcode,
            public_service)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (operator_id, code) do nothing returning id`,
        [
          randomUUID(),
          operator.id,
          input.code,
          input.name,
          input.kind,
          place.code,
          place.name,
          place.provinceCode,
          place.provinceName,
          input.postcode ?? null,
          input.publicService ?? false,
        ],
      );
      if (opened.length) await this.tellChanges.run(tx, operator.id, [input.code]);
      const [office] = await sql<{ id: string; name: string }>(
        tx,
        'select id, name from postal.office where operator_id = $1 and code = $2',
        [operator.id, input.code],
      );
      return { id: office!.id, code: input.code, name: office!.name, operatorCode: input.operatorCode };
    });
  }
}
