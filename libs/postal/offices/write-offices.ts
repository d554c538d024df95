import { randomUUID } from 'node:crypto';
import type { Places } from '@choxa/places';
import { sql, type Tx } from '@choxa/platform';
import type { OfficeRow } from './office-row.rules.js';

/** Writes offices into an operator's register by their codes, with the names their communes have today. Every commune must be one. */
export async function writeOffices(tx: Tx, places: Places, operatorId: string, offices: readonly OfficeRow[]): Promise<void> {
  const rows = offices.map((office) => {
    const place = places.commune(office.communeCode)!;
    const names = { communeName: place.name, provinceCode: place.provinceCode, provinceName: place.provinceName };
    return { id: randomUUID(), ...office, ...names };
  });
  await sql(tx, WRITE, [operatorId, JSON.stringify(rows)]);
}

export function sameOffice(one: OfficeRow, other: OfficeRow): boolean {
  return (Object.keys(other) as (keyof OfficeRow)[]).every((key) => String(one[key]) === String(other[key]));
}

const WRITE = `
  insert into postal.office (id, operator_id, code, name, kind, commune_code, commune_name, province_code, province_name, postcode, staffed, internet,
    public_service, latitude, longitude, opening_hours, valid_from, valid_to)
  select id, $1, code, name, kind, "communeCode", "communeName", "provinceCode", "provinceName", postcode, staffed, internet, "publicService",
    latitude, longitude, "openingHours", "validFrom", "validTo"
  from jsonb_to_recordset($2::jsonb) as given (id uuid, code text, name text, kind text, "communeCode" text, "communeName" text, "provinceCode" text,
    "provinceName" text, postcode text, staffed boolean, internet boolean, "publicService" boolean, latitude float8, longitude float8,
    "openingHours" text[], "validFrom" date, "validTo" date)
  on conflict on constraint office_code_unique do update set name = excluded.name, kind = excluded.kind, commune_code = excluded.commune_code,
    commune_name = excluded.commune_name, province_code = excluded.province_code, province_name = excluded.province_name,
    postcode = excluded.postcode, staffed = excluded.staffed, internet = excluded.internet, public_service = excluded.public_service,
    latitude = excluded.latitude, longitude = excluded.longitude, opening_hours = excluded.opening_hours, valid_from = excluded.valid_from,
    valid_to = excluded.valid_to`;
