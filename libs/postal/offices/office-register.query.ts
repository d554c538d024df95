import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { decodeCursor, DEFAULT_LIMIT, pageOf, sql, type Actor, type Page, type Tx } from '@choxa/platform';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import type { OfficeKind } from './office.entity.js';
import type { OfficeRow } from './office-row.rules.js';

export interface RegisteredOffice extends OfficeRow {
  id: string;
  communeName: string;
  provinceCode: string;
  provinceName: string;
}

export interface OfficeFilter {
  province?: string;
  kind?: OfficeKind;
  q?: string;
  limit?: number;
  cursor?: string;
}

/** Communes of a province, and those of them without a staffed office. */
export interface Coverage {
  provinceCode: string;
  provinceName: string;
  communes: number;
  staffed: number;
  internet: number;
  publicService: number;
  /** Communes without a staffed office. */
  without: { code: string; name: string }[];
}

const COLUMNS = `
  id, code, name, kind, commune_code as "communeCode", commune_name as "communeName", province_code as "provinceCode",
  province_name as "provinceName", postcode, staffed, internet, public_service as "publicService", latitude, longitude,
  opening_hours as "openingHours", valid_from::text as "validFrom", valid_to::text as "validTo"`;

/** The register of offices as the managers of an operator see it. */
@Injectable()
export class OfficeRegister {
  constructor(
    private readonly db: PostalDatabase,
    private readonly places: Places,
  ) {}

  /** Offices of the operators one manages, by code. */
  async list(actor: Actor, { province, kind, q, limit = DEFAULT_LIMIT, cursor }: OfficeFilter): Promise<Page<RegisteredOffice>> {
    const [code, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await sql<RegisteredOffice>(
      this.db.read,
      `select ${COLUMNS} from postal.office where operator_id = any($1::uuid[]) and ($2::text is null or province_code = $2)
         and ($3::text is null or strpos(lower(code || ' ' || name || ' ' || commune_name), lower($3)) > 0)
         and ($4::text is null or (code, id) > ($4, $5::uuid)) and ($7::text is null or kind = $7) order by code, id limit $6`,
      [managedOperators(actor), province ?? null, q || null, code, id, limit + 1, kind ?? null],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.code, row.id],
      (row) => row,
    );
  }

  /** All offices of an operator, by code. The caller has checked whose it is. */
  async rowsOf(tx: Tx | null, operatorId: string): Promise<RegisteredOffice[]> {
    return sql(tx ?? this.db.read, `select ${COLUMNS} from postal.office where operator_id = $1 order by code`, [operatorId]);
  }

  /** Per province, which communes have a staffed office of the operator on `day`. Hubs serve nobody. */
  async coverage(operatorId: string, day: string): Promise<Coverage[]> {
    const rows = await sql<{ code: string; staffed: boolean; internet: boolean; publicService: boolean }>(
      this.db.read,
      `select commune_code as code, bool_or(staffed) as staffed, bool_or(staffed and internet) as internet,
         bool_or(staffed and public_service) as "publicService"
       from postal.office where operator_id = $1 and kind <> 'hub' and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)
       group by commune_code`,
      [operatorId, day],
    );
    const served = new Map(rows.map((row) => [row.code, row]));
    return this.places.provinces().map(({ code: provinceCode, name: provinceName }) => {
      const communes = this.places.communes(provinceCode);
      const having = (what: 'staffed' | 'internet' | 'publicService') => communes.filter(({ code }) => served.get(code)?.[what]).length;
      const without = communes.filter(({ code }) => !served.get(code)?.staffed).map(({ code, name }) => ({ code, name }));
      return {
        provinceCode,
        provinceName,
        communes: communes.length,
        staffed: having('staffed'),
        internet: having('internet'),
        publicService: having('publicService'),
        without,
      };
    });
  }
}
