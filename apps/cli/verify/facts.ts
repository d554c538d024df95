import { VerifyFacts } from '@choxa/audit';
import { Failure } from '../failure.js';
import { showTold, withFacts } from '../rebuild/with-facts.js';

/** Makes the facts anew beside the ones that are there and compares them. @throws Failure naming the first table that differs */
export async function verifyFacts(): Promise<void> {
  const { tables, rows, faults } = await withFacts((app) => app.get(VerifyFacts, { strict: false }).run(showTold()));
  const [fault] = faults;
  if (fault) {
    const { table, rows: there, rowsAgain } = fault;
    throw new Failure(
      `Dữ kiện khác nguồn ở ${faults.length} bảng: audit.${table} có ${there} dòng, dựng lại được ${rowsAgain}.`,
      `The facts differ from their sources in ${faults.length} tables: audit.${table} has ${there} rows, made anew ${rowsAgain}.`,
    );
  }
  console.log(`Dữ kiện khớp nguồn: ${tables} bảng, ${rows} dòng. / The facts equal their sources: ${tables} tables, ${rows} rows.`);
}
