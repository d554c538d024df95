import { Injectable } from '@nestjs/common';
import { Clock } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { PostOffices, type CounterOffice } from '@choxa/postal-contract';
import { PostalDatabase } from '../postal-database.js';

/** Answers which counters keep parcels for their recipients; hubs and delivery offices have none. */
@Injectable()
export class CounterOffices extends PostOffices {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  async counters({
    operatorCode,
    provinceCode,
    communeCode,
  }: {
    operatorCode: string;
    provinceCode: string;
    communeCode: string | null;
  }): Promise<CounterOffice[]> {
    return this.db.rows<CounterOffice>(
      'postal.counters',
      `select operator.code as "operatorCode", office.code, office.name, office.commune_code as "communeCode",
              office.commune_name as "communeName", office.province_code as "provinceCode"
         from postal.office join postal.operator on operator.id = office.operator_id
        where operator.code = $1 and office.province_code = $2 and office.kind in ('counter', 'commune_cultural')
          and office.valid_from <= $4::date and (office.valid_to is null or office.valid_to > $4::date)
        order by office.commune_code is distinct from $3, office.commune_name, office.name, office.code limit 100`,
      [operatorCode, provinceCode, communeCode, localDay(this.clock.now())],
    );
  }
}
