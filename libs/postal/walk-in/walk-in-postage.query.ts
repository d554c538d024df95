import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Clock, type Actor } from '@choxa/platform';
import { Offices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { measuredPostage } from '../tariffs/measured-postage.js';
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
    const way = { operatorId, fromProvinceCode: this.provinceOf(fromCommuneCode), toProvinceCode: this.provinceOf(toCommuneCode) };
    const now = this.clock.now();
    const [postageVnd, promisedOn] = await Promise.all([
      measuredPostage(this.db.read, { ...way, weightGrams, codVnd: codVnd ?? 0 }, now),
      promisedDay(this.db.read, way, now),
    ]);
    return { postageVnd, promisedOn };
  }

  private provinceOf(communeCode: string): string {
    const place = this.places.commune(communeCode);
    if (!place) throw postalProblem('place.unknown', { detail: communeCode });
    return place.provinceCode;
  }
}
