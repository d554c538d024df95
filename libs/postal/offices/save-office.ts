import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { afterCommit, Clock, prefersEnglish, sql, Trail, type Actor } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { Network } from '../network/network.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { WEEKDAYS, type OfficeColumnCode } from './office-columns.js';
import { OfficeRegister, type RegisteredOffice } from './office-register.query.js';
import { OFFICE_FAULTS, officeCells, readOfficeRow, type OfficeFault, type OfficeRow } from './office-row.rules.js';
import { TellOfficeChanges } from './tell-office-changes.js';
import { sameOffice, writeOffices } from './write-offices.js';

/**
 * A manager adds one office, or changes one: a form is judged by the same rules as a row of a file. An office is closed by its last day; its row stays, for
 * parcels passed there. What it was before stands in the audit trail.
 */
@Injectable()
export class SaveOffice {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly register: OfficeRegister,
    private readonly trail: Trail,
    private readonly network: Network,
    private readonly tellChanges: TellOfficeChanges,
  ) {}

  /** The caller has checked that the operator is the actor's. @throws Problem `office.faulty` (names each field), `office.code-taken` */
  async add(actor: Actor, operatorId: string, office: OfficeRow, language?: string): Promise<RegisteredOffice> {
    return this.save(actor, operatorId, office, language, (known) => {
      if (known) throw postalProblem('office.code-taken');
    });
  }

  /** By its code, which stays. @throws Problem `office.faulty` (names each field), `office.unknown` */
  async change(actor: Actor, operatorId: string, office: OfficeRow, language?: string): Promise<RegisteredOffice> {
    return this.save(actor, operatorId, office, language, (known) => {
      if (!known) throw postalProblem('office.unknown');
    });
  }

  private async save(
    actor: Actor,
    operatorId: string,
    given: OfficeRow,
    language: string | undefined,
    require: (known: RegisteredOffice | undefined) => void,
  ): Promise<RegisteredOffice> {
    return this.db.transaction(async (tx) => {
      await sql(tx, 'select from postal.operator where id = $1 for update', [operatorId]);
      const find = async () => (await this.register.rowsOf(tx, operatorId)).find(({ code }) => code === given.code);
      const known = await find();
      require(known);
      const { office, faults } = readOfficeRow(officeCells(given), (code) => this.places.commune(code) !== null);
      if (!office) throw postalProblem('office.faulty', { errors: faults.map((fault) => told(fault, language)) });
      const dated = { ...office, validFrom: office.validFrom ?? known?.validFrom ?? localDay(this.clock.now()) };
      if (known && sameOffice(known, dated)) return known;
      await writeOffices(tx, this.places, operatorId, [dated]);
      await this.tellChanges.run(tx, operatorId, [dated.code]);
      const saved = (await find())!;
      const action = known ? 'office.changed' : 'office.added';
      await this.trail.record(tx, actor, {
        action,
        subjectKind: 'office',
        subjectId: saved.id,
        details: { before: known ?? null, after: saved },
      });
      afterCommit(tx, () => this.network.forget());
      return saved;
    });
  }
}

/** A fault at the field of the form it belongs to. */
function told({ column, code }: OfficeFault, language: string | undefined): { pointer: string; code: string; detail: string } {
  return { pointer: pointerOf(column), code, detail: OFFICE_FAULTS[code][prefersEnglish(language) ? 'en' : 'vi'] };
}

function pointerOf(column: OfficeColumnCode): string {
  const weekday = (WEEKDAYS as readonly OfficeColumnCode[]).indexOf(column);
  return weekday < 0 ? `/${column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}` : `/openingHours/${weekday}`;
}
