import { Injectable } from '@nestjs/common';
import { Clock, Database, sql, type FieldError, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { Places } from '../places.js';
import { readPlacesFile, throwErrors, type CommuneLine, type FormerLine, type PlacesFile, type ProvinceLine } from './places-file.rules.js';

/** What an import did, in lines of the file. */
export interface PlacesImportReport {
  added: number;
  changed: number;
  ended: number;
  /** Former communes' pairs that were not known. */
  formerAdded: number;
  unchanged: number;
}

/** The last row of a code, as the tables have it. */
interface LastRow {
  code: string;
  name: string;
  provinceCode: string | null;
  validFrom: string;
  /** Null while it holds. */
  validTo: string | null;
}

type Table = 'places.province' | 'places.commune';

/**
 * Takes over a newer list of places: new units are added, changed ones get a new row from their day on, ended ones are closed. Units
 * that are not in the file stay. All or nothing; the same file again changes nothing. Running servers see it after a restart.
 */
@Injectable()
export class ImportPlaces {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
  ) {}

  /**
   * @param bytes a CSV file (its columns: `readPlacesFile`)
   * @param source its name, the basis of lines without one
   * @throws Problem `places.file-unreadable`, `places.file-invalid` with the lines that are wrong
   */
  async run(bytes: Uint8Array, source: string): Promise<PlacesImportReport> {
    const file = readPlacesFile(bytes, { validFrom: localDay(this.clock.now()), basis: source });
    const report = await this.db.transaction(async (tx) => {
      const done: PlacesImportReport = { added: 0, changed: 0, ended: 0, formerAdded: 0, unchanged: 0 };
      await sql(tx, 'lock table places.province, places.commune, places.former_unit in share row exclusive mode');
      const lastProvinces = await lastRows(tx, 'places.province');
      const lastCommunes = await lastRows(tx, 'places.commune');
      throwErrors(misfits(file, lastProvinces, lastCommunes));
      const provinces = stillOpen(lastProvinces);
      const communes = stillOpen(lastCommunes);
      await this.takeOver(tx, 'places.province', file.provinces, provinces, done);
      const staying = file.communes.filter((line) => !line.replacedBy.length);
      await this.takeOver(tx, 'places.commune', staying, communes, done);
      await this.end(
        tx,
        file.communes.filter((line) => line.replacedBy.length),
        communes,
        done,
      );
      await this.addFormers(tx, file.formers, done);
      return done;
    });
    await this.places.reload();
    return report;
  }

  private async takeOver(
    tx: Tx,
    table: Table,
    lines: readonly (ProvinceLine | CommuneLine)[],
    open: Map<string, LastRow>,
    done: PlacesImportReport,
  ): Promise<void> {
    const fresh = lines.filter((line) => !open.has(line.code));
    const changed = lines.filter((line) => open.has(line.code) && !isSame(line, open.get(line.code)!));
    done.added += fresh.length;
    done.changed += changed.length;
    done.unchanged += lines.length - fresh.length - changed.length;
    // A correction of the very day replaces the row of that day.
    await sql(
      tx,
      `delete from ${table} t using unnest($1::text[], $2::date[]) as n (code, day) where t.code = n.code and t.valid_from = n.day`,
      [changed.map((line) => line.code), changed.map((line) => line.validFrom)],
    );
    await closeRows(tx, table, changed);
    const rows = [...fresh, ...changed];
    const columns = [
      rows.map((row) => row.code),
      rows.map((row) => row.name),
      rows.map((row) => row.kind),
      rows.map((row) => row.validFrom),
      rows.map((row) => row.basis),
    ];
    const commune = table === 'places.commune';
    await sql(
      tx,
      `insert into ${table} (code, name, kind, valid_from, basis${commune ? ', province_code' : ''})
       select * from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::text[]${commune ? ', $6::text[]' : ''})`,
      commune ? [...columns, rows.map(provinceOf)] : columns,
    );
  }

  private async end(tx: Tx, lines: readonly CommuneLine[], open: Map<string, LastRow>, done: PlacesImportReport): Promise<void> {
    const ending = lines.filter((line) => open.has(line.code));
    done.ended += ending.length;
    done.unchanged += lines.length - ending.length;
    await closeRows(tx, 'places.commune', ending);
    const pairs = ending.flatMap((line) => line.replacedBy.map((code) => ({ line, code })));
    await sql(
      tx,
      `insert into places.former_unit (former_code, commune_name, district_name, province_name, commune_code, valid_to, basis)
       select n.code, c.name, '', p.name, n.next, n.day, n.basis
       from unnest($1::text[], $2::text[], $3::date[], $4::text[]) as n (code, next, day, basis)
       join places.commune c on c.code = n.code and c.valid_to = n.day
       join places.province p on p.code = c.province_code and p.valid_from < n.day and coalesce(p.valid_to, 'infinity') >= n.day
       on conflict do nothing`,
      [
        pairs.map(({ line }) => line.code),
        pairs.map(({ code }) => code),
        pairs.map(({ line }) => line.validFrom),
        pairs.map(({ line }) => line.basis),
      ],
    );
  }

  private async addFormers(tx: Tx, lines: readonly FormerLine[], done: PlacesImportReport): Promise<void> {
    const pairs = lines.flatMap((line) => line.replacedBy.map((code) => ({ ...line, code })));
    const added = await sql<{ id: number }>(
      tx,
      `insert into places.former_unit (commune_name, district_name, province_name, commune_code, valid_to, basis)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::date[], $6::text[])
       on conflict do nothing returning id`,
      [
        pairs.map((pair) => pair.name),
        pairs.map((pair) => pair.district),
        pairs.map((pair) => pair.province),
        pairs.map((pair) => pair.code),
        pairs.map((pair) => pair.validFrom),
        pairs.map((pair) => pair.basis),
      ],
    );
    done.formerAdded += added.length;
    done.unchanged += pairs.length - added.length;
  }
}

/** What the lines say against each other and against the list as it is. */
function misfits(
  { provinces, communes, formers }: PlacesFile,
  lastProvinces: Map<string, LastRow>,
  lastCommunes: Map<string, LastRow>,
): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (line: number, code: string, detail: string): void => void errors.push({ pointer: `/lines/${line}`, code, detail });
  const knownProvinces = new Set([...stillOpen(lastProvinces).keys(), ...provinces.map((line) => line.code)]);
  const ending = new Set(communes.filter((line) => line.replacedBy.length).map((line) => line.code));
  const staying = new Set([...stillOpen(lastCommunes).keys(), ...communes.map((line) => line.code)].filter((code) => !ending.has(code)));
  for (const line of [...provinces, ...communes]) {
    const row = ('provinceCode' in line ? lastCommunes : lastProvinces).get(line.code);
    if (!row) continue;
    const ends = ending.has(line.code) && 'provinceCode' in line;
    if (row.validTo !== null) {
      if (!ends && line.validFrom < row.validTo) refuse(line.line, 'valid_from', `${line.code} ended on ${row.validTo}`);
    } else if (ends ? line.validFrom <= row.validFrom : !isSame(line, row) && line.validFrom < row.validFrom)
      refuse(line.line, 'valid_from', `${line.code} is known as ${row.name} from ${row.validFrom} on`);
  }
  for (const line of communes)
    if (!knownProvinces.has(line.provinceCode)) refuse(line.line, 'province_code', `There is no province ${line.provinceCode}`);
  for (const line of [...communes, ...formers])
    for (const code of line.replacedBy) if (!staying.has(code)) refuse(line.line, 'replaced_by', `There is no commune ${code}`);
  return errors;
}

function isSame(line: ProvinceLine | CommuneLine, row: LastRow): boolean {
  return row.name === line.name && row.provinceCode === provinceOf(line);
}

function provinceOf(line: ProvinceLine | CommuneLine): string | null {
  return 'provinceCode' in line ? line.provinceCode : null;
}

function stillOpen(rows: Map<string, LastRow>): Map<string, LastRow> {
  return new Map([...rows].filter(([, row]) => row.validTo === null));
}

async function lastRows(tx: Tx, table: Table): Promise<Map<string, LastRow>> {
  const province = table === 'places.commune' ? 'province_code' : 'null';
  const rows = await sql<LastRow>(
    tx,
    `select distinct on (code) code, name, ${province} as "provinceCode", valid_from::text as "validFrom", valid_to::text as "validTo"
     from ${table} order by code, valid_from desc`,
  );
  return new Map(rows.map((row) => [row.code, row]));
}

async function closeRows(tx: Tx, table: Table, lines: readonly (ProvinceLine | CommuneLine)[]): Promise<void> {
  await sql(
    tx,
    `update ${table} t set valid_to = n.day from unnest($1::text[], $2::date[]) as n (code, day)
     where t.code = n.code and t.valid_to is null`,
    [lines.map((line) => line.code), lines.map((line) => line.validFrom)],
  );
}
