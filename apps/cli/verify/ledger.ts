import { ordersLib, VerifyLedger, type LedgerFault } from '@choxa/orders';
import { connect, Database } from '@choxa/platform';
import { Failure } from '../failure.js';
import { withDatabase } from '../start/with-database.js';

/** Recounts the ledger of the orders. @throws Failure naming the first wrong place */
export async function verifyLedger(): Promise<void> {
  await withDatabase(async (url) => {
    const source = await connect(url, [ordersLib], { poolSize: 2 });
    try {
      const { journals, faults } = await new VerifyLedger(new Database(source)).run();
      if (faults[0]) throw failureOf(faults[0], faults.length);
      console.log(
        `Sổ tiền khớp: ${journals} bút toán, mỗi bút toán cộng bằng 0. / The ledger is even: ${journals} journals, each sums to zero.`,
      );
    } finally {
      await source.destroy();
    }
  });
}

const WORDS: Record<LedgerFault['kind'], (id: string) => [vi: string, en: string]> = {
  unbalanced: (id) => [`bút toán ${id} không cộng bằng 0`, `journal ${id} does not sum to zero`],
  empty: (id) => [`bút toán ${id} không có dòng nào`, `journal ${id} has no entries`],
  orphan: (id) => [`có dòng của bút toán ${id} không tồn tại`, `there are entries of a journal ${id} that is not there`],
  unsold: (id) => [`đơn ${id} chưa được ghi sổ`, `seller order ${id} is not in the books`],
  undecided: (id) => [`đơn ${id}: sổ khác với trạng thái thanh toán`, `seller order ${id}: the books differ from the payment`],
};

function failureOf({ kind, id }: LedgerFault, count: number): Failure {
  const [vi, en] = WORDS[kind](id);
  return new Failure(`Sổ tiền sai ${count} chỗ trở lên: ${vi}.`, `The ledger is wrong in ${count} or more places: ${en}.`);
}
