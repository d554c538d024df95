import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Database, platformProblem, Trail, Workshop, type Actor, type Tx } from '@choxa/platform';
import { Scopes } from '../scope/scopes.js';
import type { AuditFile, FilledTable, TableQuestion } from './audit-table.js';
import { ExportGate } from './export-gate.js';
import type { ExportQueryDto } from './exports.dto.js';
import { partsOf, withoutRows } from './file-parts.rules.js';
import type makeFile from './make-file.js';
import type { ExportFormat } from './make-file.js';
import { REPORT_KEY, reportParts, type ReportPart } from './report.js';
import { scopeFacts } from './scope-facts.rules.js';
import { AUDIT_TABLES } from './tables.js';

/** Rows of one file; beyond it the file says that there is more. */
const MOST_ROWS = 50_000;
/** Where a file is written: beside the thread that answers people. */
const MAKER = import.meta.resolve('@choxa/audit/make-file');
const REPORT_TITLE = { titleVi: 'Báo cáo kỳ', titleEn: 'Report of a period' } as const;

/** A file as it is sent. */
export interface ExportedFile {
  /** With its ending. */
  name: string;
  format: ExportFormat;
  bytes: Buffer;
}

/** A table, or the report of a whole period, as an official takes it with him: what he may see of it, of one moment, kept in the audit trail with its hash. */
@Injectable()
export class ExportTable {
  constructor(
    private readonly db: Database,
    private readonly scopes: Scopes,
    private readonly places: Places,
    private readonly trail: Trail,
    private readonly gate: ExportGate,
    private readonly workshop: Workshop,
  ) {}

  /**
   * @param file key of the table, or `report`, and form: `board.xlsx`
   * @throws Problem `not-found` for a table or form that does not exist, or what lies outside the official's area; `export.busy`
   */
  async run(actor: Actor, file: string, { indicator, by, compliant, from, id, ...scope }: ExportQueryDto): Promise<ExportedFile> {
    const { key, format } = formOf(file);
    const asked = await this.scopes.read(actor, scope);
    const question = { ...asked, places: this.places, params: { indicator, by, compliant, from, id } };
    const { titleVi, titleEn, parts } = contentOf(key, question);
    return this.gate.pass(async () => {
      const tables = await this.fill(parts);
      const made = { titleVi, titleEn, filters: scopeFacts(asked), asOf: asked.scope.asOf, tables };
      const { bytes, sha256 } = await this.workshop.make<typeof makeFile>(MAKER, { format, file: withoutRows(made) }, partsOf(made));
      await this.record(actor, key, format, made, sha256);
      return {
        name: `${key}-${asked.scope.period.key}.${format}`,
        format,
        bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      };
    });
  }

  /** All tables of one moment. */
  private fill(parts: readonly ReportPart[]): Promise<FilledTable[]> {
    return this.db.yieldingSnapshot(async (tx) => {
      const filled: FilledTable[] = [];
      for (const part of parts) filled.push(await fillOne(tx, part));
      return filled;
    });
  }

  private record(actor: Actor, key: string, format: ExportFormat, file: AuditFile, sha256: string): Promise<void> {
    const rows = file.tables.reduce((sum, table) => sum + table.rows.length, 0);
    const details = { format, filters: Object.fromEntries(file.filters), rows, sha256 };
    return this.db.transaction((tx) =>
      this.trail.record(tx, actor, { action: 'audit.table-exported', subjectKind: 'audit-table', subjectId: key, details }),
    );
  }
}

async function fillOne(tx: Tx, { table, question }: ReportPart): Promise<FilledTable> {
  const { titleVi, titleEn, columns } = table;
  const rows = await table.rows(tx, question, MOST_ROWS + 1);
  return {
    titleVi,
    titleEn,
    columns,
    rows: rows.slice(0, MOST_ROWS),
    cut: rows.length > MOST_ROWS,
    filters: (await table.filters?.(question, tx)) ?? [],
    headline: (await table.headline?.(tx, question)) ?? null,
    method: table.method(question),
  };
}

function formOf(file: string): { key: string; format: ExportFormat } {
  const [, key, format] = /^([a-z0-9-]+)\.(xlsx|csv|pdf)$/.exec(file) ?? [];
  if (!key) throw platformProblem('not-found');
  return { key, format: format as ExportFormat };
}

function contentOf(key: string, question: TableQuestion): { titleVi: string; titleEn: string; parts: ReportPart[] } {
  if (key === REPORT_KEY) return { ...REPORT_TITLE, parts: reportParts(question) };
  const table = AUDIT_TABLES.find((one) => one.key === key);
  if (!table) throw platformProblem('not-found');
  return { titleVi: table.titleVi, titleEn: table.titleEn, parts: [{ table, question }] };
}
