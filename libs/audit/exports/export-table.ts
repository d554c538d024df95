import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { Scopes } from '../scope/scopes.js';
import type { AuditFile, AuditTable, FilledTable, TableQuestion } from './audit-table.js';
import { hashOf } from './canonical-csv.rules.js';
import { csvFile } from './csv-file.js';
import { ExportGate } from './export-gate.js';
import type { ExportQueryDto } from './exports.dto.js';
import { pdfFile } from './pdf-file.js';
import { scopeFacts } from './scope-facts.rules.js';
import { AUDIT_TABLES } from './tables.js';
import { xlsxFile } from './xlsx-file.js';

/** Rows of one file; beyond it the file says that there is more. */
const MOST_ROWS = 50_000;
const WRITERS = { xlsx: xlsxFile, csv: csvFile, pdf: pdfFile } as const;
export type ExportFormat = keyof typeof WRITERS;

export interface ExportedFile {
  /** With its ending. */
  name: string;
  format: ExportFormat;
  bytes: Buffer;
}

/** A table as an official takes it with him: what he may see of it, of one moment, kept in the audit trail with its hash. */
@Injectable()
export class ExportTable {
  constructor(
    private readonly db: Database,
    private readonly scopes: Scopes,
    private readonly places: Places,
    private readonly trail: Trail,
    private readonly gate: ExportGate,
  ) {}

  /**
   * @param file key of the table and form, e.g. `board.xlsx`
   * @throws Problem `not-found` for a table or form that does not exist, or what lies outside the official's area; `export.busy`
   */
  async run(actor: Actor, file: string, { indicator, by, compliant, id, ...scope }: ExportQueryDto): Promise<ExportedFile> {
    const { table, format } = tableOf(file);
    const asked = await this.scopes.read(actor, scope);
    const question = { ...asked, places: this.places, params: { indicator, by, compliant, id } };
    return this.gate.pass(async () => {
      const filled = await this.fill(table, question);
      const made = { titleVi: table.titleVi, titleEn: table.titleEn, filters: scopeFacts(asked), asOf: asked.scope.asOf, tables: [filled] };
      const bytes = await WRITERS[format](made);
      await this.record(actor, table.key, format, made);
      return { name: `${table.key}-${asked.scope.period.key}.${format}`, format, bytes };
    });
  }

  private fill(table: AuditTable, question: TableQuestion): Promise<FilledTable> {
    const { titleVi, titleEn, columns } = table;
    return this.db.snapshot(async (tx) => {
      const rows = await table.rows(tx, question, MOST_ROWS + 1);
      return {
        titleVi,
        titleEn,
        columns,
        rows: rows.slice(0, MOST_ROWS),
        cut: rows.length > MOST_ROWS,
        filters: table.filters?.(question) ?? [],
        headline: (await table.headline?.(tx, question)) ?? null,
        method: table.method(question),
      };
    });
  }

  private record(actor: Actor, key: string, format: ExportFormat, file: AuditFile): Promise<void> {
    const details = { format, filters: Object.fromEntries(file.filters), rows: file.tables[0]!.rows.length, sha256: hashOf(file) };
    return this.db.transaction((tx) =>
      this.trail.record(tx, actor, { action: 'audit.table-exported', subjectKind: 'audit-table', subjectId: key, details }),
    );
  }
}

function tableOf(file: string): { table: AuditTable; format: ExportFormat } {
  const [, key, format] = /^([a-z0-9-]+)\.(xlsx|csv|pdf)$/.exec(file) ?? [];
  const table = AUDIT_TABLES.find((one) => one.key === key);
  if (!table) throw platformProblem('not-found');
  return { table, format: format as ExportFormat };
}
