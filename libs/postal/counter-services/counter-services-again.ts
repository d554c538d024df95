import { readInSteps, TellsAgain, type FactSource, type Tx } from '@choxa/platform';
import { PublicServiceServed, type PublicServiceServedV1 } from '@choxa/postal-contract';

/** Tells every count of public services again, with the place its office had when it was told first. */
@TellsAgain(PublicServiceServed)
export class CounterServicesAgain implements FactSource<PublicServiceServedV1> {
  async tell(tx: Tx, take: (facts: readonly PublicServiceServedV1[]) => Promise<void>): Promise<void> {
    await readInSteps<PublicServiceServedV1>(tx, QUERY, take);
  }
}

const QUERY = `
  select record.id as "recordId", operator.code as "operatorCode", office.code as "officeCode",
         coalesce(place.commune_code, office.commune_code) as "communeCode", coalesce(place.province_code, office.province_code) as "provinceCode",
         record.kind, record.count, record.day::text, record.corrects
    from postal.counter_service record
    join postal.office on office.id = record.office_id join postal.operator on operator.id = office.operator_id
    left join lateral (
      select commune_code, province_code from postal.office_change
       where office_id = office.id and changed_at <= record.recorded_at order by version desc limit 1
    ) as place on true`;
