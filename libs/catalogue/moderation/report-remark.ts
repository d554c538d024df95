import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem } from '@choxa/platform';
import { fileReport } from './file-report.js';
import { findRemark, REPORT_COLUMNS, type RemarkRef } from './remark.js';
import type { RemarkReportCategory } from './report.rules.js';

export interface RemarkReportInput {
  category: RemarkReportCategory;
  text?: string | null;
}

/** Somebody says that something is wrong with a review or a question. As for products: no sign-in, no name, a code. */
@Injectable()
export class ReportRemark {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The report's code. `address`: where the request came from. Throws `not-found` for what nobody can see, `report.too-many`. */
  async run(address: string, ref: RemarkRef, input: RemarkReportInput): Promise<string> {
    return this.db.transaction(async (tx) => {
      const remark = await findRemark(tx, ref);
      const seen = remark && !remark.hiddenAt && (!('answer' in remark) || remark.answer !== null);
      if (!seen) throw platformProblem('not-found');
      const { productId } = remark;
      return fileReport(tx, address, { productId, [REPORT_COLUMNS[ref.kind]]: ref.id, ...input }, this.clock.now());
    });
  }
}
