import { connect, Database, platformLib, PublishedHeads, readConfig, VerifyTrail, type TrailFault } from '@choxa/platform';
import { Failure } from '../failure.js';
import { withDatabase } from '../start/with-database.js';

/** Recomputes the audit trail and compares it with the heads published outside the database. @throws Failure naming the first wrong place */
export async function verifyAuditTrail(): Promise<void> {
  await withDatabase(async (url) => {
    const config = readConfig({ ...process.env, DATABASE_URL: url });
    const source = await connect(url, [platformLib], { poolSize: 2 });
    try {
      const verify = new VerifyTrail(new Database(source), new PublishedHeads(config));
      const { fault, checked, heads, waiting } = await verify.run(showing);
      if (fault) throw failureOf(fault);
      console.log(
        `Nhật ký nguyên vẹn: ${checked} dòng, khớp ${heads} dấu đã công bố, ${waiting} dòng mới chờ nối. / ` +
          `The audit trail is whole: ${checked} entries, equal to ${heads} published heads, ${waiting} new ones not linked yet.`,
      );
    } finally {
      await source.destroy();
    }
  });
}

function showing(checked: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${checked}\x1b[K\r`);
}

const WORDS: Record<TrailFault['kind'], (place: string) => [vi: string, en: string]> = {
  edited: (place) => [`${place} đã bị sửa`, `${place} was edited`],
  reordered: (place) => [
    `${place} không nối với dòng trước (bị đổi chỗ hoặc thay)`,
    `${place} is not linked to the one before (moved or replaced)`,
  ],
  missing: (place) => [`${place} đã bị xóa`, `${place} was deleted`],
  rewritten: (place) => [`${place} khác với dấu đã công bố`, `${place} differs from its published head`],
  cut: (place) => [`thiếu từ ${place}, dù đã công bố dấu sau đó`, `everything from ${place} on is gone, though a later head was published`],
  'left-out': (place) => [`có dòng cũ chưa được nối, lẽ ra trước ${place}`, `an old entry was never linked; it belongs before ${place}`],
};

function failureOf({ kind, sequence, id }: TrailFault): Failure {
  const row = id === null ? '' : ` (id ${id})`;
  const [vi] = WORDS[kind](`dòng số ${sequence}${row}`);
  const [, en] = WORDS[kind](`entry ${sequence}${row}`);
  return new Failure(`Nhật ký không còn nguyên vẹn: ${vi}.`, `The audit trail is not whole: ${en}.`);
}
