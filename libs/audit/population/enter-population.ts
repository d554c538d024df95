import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Clock, Database, platformProblem, sql, Trail, type Actor } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { areaOf } from '../scope/area.rules.js';
import type { EnterPopulationDto } from './population.dto.js';

/** An official of the nation enters how many people live where, as a publication says. The same place and day again corrects the number. */
@Injectable()
export class EnterPopulation {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly trail: Trail,
  ) {}

  /**
   * @throws Problem `not-found` for anybody else, `request.invalid` for a day that has not come and for a place that there is not or that stands twice: nothing
   * is written then
   */
  async run(actor: Actor, { validFrom, basis, places }: EnterPopulationDto): Promise<void> {
    if (areaOf(actor) !== null) throw platformProblem('not-found');
    const codes = places.map(({ code }) => code);
    const errors = codes.flatMap((code, index) => this.faultOf(code, codes.indexOf(code) !== index, index));
    if (validFrom > localDay(this.clock.now()))
      errors.push({ pointer: '/validFrom', code: 'day', detail: 'Ngày này chưa tới. / This day has not come yet.' });
    if (errors.length) throw platformProblem('request.invalid', { errors });
    await this.db.transaction(async (tx) => {
      await sql(
        tx,
        `insert into audit.population (place_code, valid_from, people, basis)
         select given.code, $3::date, given.people, $4 from unnest($1::text[], $2::int[]) given (code, people) order by given.code
         on conflict (place_code, valid_from) do update set people = excluded.people, basis = excluded.basis`,
        [codes, places.map(({ people }) => people), validFrom, basis.trim()],
      );
      const details = { validFrom, places: places.length };
      await this.trail.record(tx, actor, { action: 'population.entered', subjectKind: 'population', subjectId: validFrom, details });
    });
  }

  private faultOf(code: string, again: boolean, index: number) {
    const pointer = `/places/${index}/code`;
    const known = code.length === 2 ? this.places.province(code) : this.places.commune(code);
    if (!known) return [{ pointer, code: 'place', detail: `Không có tỉnh, xã mã ${code}. / There is no place with the code ${code}.` }];
    return again ? [{ pointer, code: 'twice', detail: `Mã ${code} có hai lần. / The code ${code} stands there twice.` }] : [];
  }
}
