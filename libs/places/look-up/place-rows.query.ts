import type { Database } from '@choxa/platform';
import type { PlaceRows } from './place.js';

/** Reads all tables of this lib: about 14,000 short rows. */
export async function readPlaceRows(db: Database): Promise<PlaceRows> {
  const rows = <Row>(text: string): Promise<Row[]> => db.read.query(text) as Promise<Row[]>;
  const [provinces, communes, formerUnits, formerDistricts] = await Promise.all([
    rows<PlaceRows['provinces'][number]>(
      `select code, name, kind, valid_from::text as "validFrom", valid_to::text as "validTo" from places.province order by code, valid_from`,
    ),
    rows<PlaceRows['communes'][number]>(
      `select code, name, kind, province_code as "provinceCode", valid_from::text as "validFrom", valid_to::text as "validTo"
       from places.commune order by code, valid_from`,
    ),
    rows<PlaceRows['formerUnits'][number]>(
      `select former_code as "formerCode", commune_name as "communeName", district_name as "districtName", province_name as "provinceName",
              commune_code as "communeCode"
       from places.former_unit order by id`,
    ),
    rows<PlaceRows['formerDistricts'][number]>(
      `select province_name as "provinceName", district_name as "districtName", successor_name as "successorName"
       from places.former_district order by id`,
    ),
  ]);
  return { provinces, communes, formerUnits, formerDistricts };
}
