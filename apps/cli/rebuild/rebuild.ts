import { RebuildFacts } from '@choxa/audit';
import { wrongUse } from '../failure.js';
import { showTold, withFacts } from './with-facts.js';

/** `npm run cli -- rebuild facts`: makes the facts that officials' figures are counted from anew from what the libs have. */
export async function run([subject = '', ...rest]: string[]): Promise<void> {
  if (subject !== 'facts' || rest.length)
    throw wrongUse(`Không dựng lại được "${subject}"; dựng lại được: facts`, `Cannot rebuild "${subject}"; known: facts`);
  const counts = await withFacts((app) => app.get(RebuildFacts, { strict: false }).run(showTold()));
  const facts = [...counts.values()].reduce((sum, count) => sum + count, 0);
  console.log(
    `Đã dựng lại dữ kiện thống kê: ${facts} sự việc, ${counts.size} loại. / The facts are made anew: ${facts} of ${counts.size} kinds.`,
  );
}
