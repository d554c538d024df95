import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { afterCommit, Clock, readTable, sql, Trail, type Actor } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { Network } from '../network/network.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { OFFICE_COLUMNS, readOfficeHeader, type OfficeCells } from './office-columns.js';
import { readOfficeRow, type OfficeFault, type OfficeRow } from './office-row.rules.js';
import { OfficeRegister } from './office-register.query.js';
import { TellOfficeChanges } from './tell-office-changes.js';
import { sameOffice, writeOffices } from './write-offices.js';

export interface OfficeSheetReport {
  rows: number;
  created: number;
  changed: number;
  same: number;
  /** Whether the rows were written: only when it was asked for and none has a fault. */
  written: boolean;
  faults: (OfficeFault & { row: number; text: string })[];
}

const MOST_ROWS = 20_000;

/** Brings a file of offices into an operator's register: a preview that names each bad cell, and all rows or none. Offices not in the file stay. */
@Injectable()
export class ImportOffices {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly register: OfficeRegister,
    private readonly trail: Trail,
    private readonly network: Network,
    private readonly tellChanges: TellOfficeChanges,
  ) {}

  /** The caller has checked that the operator is the actor's. @throws Problem `sheet.*` on a file that cannot be read */
  async run(actor: Actor, operatorId: string, bytes: Buffer, write: boolean): Promise<OfficeSheetReport> {
    const { offices, faults, rows } = this.judge(await readTable(bytes, MOST_ROWS));
    return this.db.transaction(async (tx) => {
      await sql(tx, 'select from postal.operator where id = $1 for update', [operatorId]);
      const known = new Map((await this.register.rowsOf(tx, operatorId)).map((office) => [office.code, office]));
      const today = localDay(this.clock.now());
      const dated = offices.map((office) => ({ ...office, validFrom: office.validFrom ?? known.get(office.code)?.validFrom ?? today }));
      const created = dated.filter(({ code }) => !known.has(code));
      const changed = dated.filter((office) => known.has(office.code) && !sameOffice(known.get(office.code)!, office));
      const written = write && !faults.length && created.length + changed.length > 0;
      if (written) {
        const touched = [...created, ...changed];
        await writeOffices(tx, this.places, operatorId, touched);
        await this.tellChanges.run(
          tx,
          operatorId,
          touched.map(({ code }) => code),
        );
        const details = { created: created.length, changed: changed.length };
        await this.trail.record(tx, actor, { action: 'offices.imported', subjectKind: 'operator', subjectId: operatorId, details });
        afterCommit(tx, () => this.network.forget());
      }
      const same = offices.length - created.length - changed.length;
      return { rows, created: created.length, changed: changed.length, same, written, faults };
    });
  }

  private judge(table: string[][]): { offices: OfficeRow[]; faults: OfficeSheetReport['faults']; rows: number } {
    const { at, missing } = readOfficeHeader(table[0] ?? []);
    if (missing.length)
      throw postalProblem('sheet.columns', {
        errors: missing.map((code) => ({
          pointer: `/${code}`,
          code: 'missing',
          detail: `${OFFICE_COLUMNS[code].vi} / ${OFFICE_COLUMNS[code].en}`,
        })),
      });
    const seen = new Set<string>();
    const offices: OfficeRow[] = [];
    const faults: OfficeSheetReport['faults'] = [];
    let rows = 0;
    for (const [index, line] of table.entries()) {
      if (index === 0 || !line.some((cell) => cell.trim())) continue;
      rows += 1;
      const cells: OfficeCells = Object.fromEntries([...at].map(([column, place]) => [column, (line[place] ?? '').slice(0, 400)]));
      const reading = readOfficeRow(cells, (code) => this.places.commune(code) !== null);
      const found: OfficeFault[] =
        reading.office && seen.has(reading.office.code) ? [{ column: 'code', code: 'code.twice' }] : reading.faults;
      faults.push(...found.map((fault) => ({ ...fault, row: index + 1, text: cells[fault.column] ?? '' })));
      if (!reading.office || found.length) continue;
      seen.add(reading.office.code);
      offices.push(reading.office);
    }
    return { offices, faults, rows };
  }
}
