import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Places } from '@choxa/places';
import { Clock, type Actor } from '@choxa/platform';
import { Offices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { postageOfParcel } from '../tariffs/postage.sql.js';
import { promisedDay } from '../tariffs/promised-day.js';
import { counterOffice } from './counter-office.js';
import type { WalkInPostageDto, WalkInPostageQuery } from './walk-in-parcel.dto.js';

/** What a parcel will cost that somebody brings to a counter, before it is taken. The same price that taking it asks for. */
@Injectable()
export class WalkInPostage {
  constructor(
    private readonly db: PostalDatabase,
    private readonly offices: Offices,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `walk-in.office-unknown`, `place.unknown` */
  async of(actor: Actor, { office, fromCommuneCode, toCommuneCode, weightGrams, codVnd }: WalkInPostageQuery): Promise<WalkInPostageDto> {
    const { operatorId } = await counterOffice(this.offices, actor, office);
    const [fromProvinceCode, toProvinceCode] = [this.provinceOf(fromCommuneCode), this.provinceOf(toCommuneCode)];
    const now = this.clock.now();
    const [[price], promisedOn] = await Promise.all([
      this.db.rows<{ postageVnd: number | null }>('postal.walk-in-postage', POSTAGE, [
        operatorId,
        fromProvinceCode,
        toProvinceCode,
        codVnd ?? 0,
        weightGrams,
        localDay(now),
      ]),
      promisedDay(this.db.read, { operatorId, fromProvinceCode, toProvinceCode }, now),
    ]);
    return { postageVnd: price!.postageVnd, promisedOn };
  }

  private provinceOf(communeCode: string): string {
    const place = this.places.commune(communeCode);
    if (!place) throw postalProblem('place.unknown', { detail: communeCode });
    return place.provinceCode;
  }
}

const POSTAGE = `
  select ${postageOfParcel('$5::int', '$6::date')} as "postageVnd" from (
    select $1::uuid as operator_id, $2::text as sender_province_code, $3::text as recipient_province_code, $4::bigint as cod_vnd,
      null::int as volume_cm3) parcel`;
