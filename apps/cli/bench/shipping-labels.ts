import { shippingLabelsPdf, type ShippingLabel } from '@choxa/postal';
import { jobLine, NO_LIMIT, type JobLine } from './figures.js';

export const SHIPPING_LABELS_JOB = 'shipping-labels';

/** As many as one print takes. */
const LABELS = 200;

/** Prints of two hundred labels each, A6, as a PDF in this process: prints a second, times of one print. Needs no database. */
export async function measureShippingLabels(seconds: number, warmup: number): Promise<JobLine> {
  const labels = Array.from({ length: LABELS }, (_, n) => labelOf(n));
  const print = () => shippingLabelsPdf(labels, 'a6', new Date());
  if (warmup) await print();
  const times: number[] = [];
  const begin = performance.now();
  for (let last = begin; last - begin < seconds * 1000;) {
    await print();
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  const run = { times: Float64Array.from(times), errors: 0, seconds: (performance.now() - begin) / 1000 };
  return jobLine(SHIPPING_LABELS_JOB, 0, 1, run, NO_LIMIT);
}

/** A label like no other: every code is drawn anew. */
function labelOf(n: number): ShippingLabel {
  const number = `CLX${String(n).padStart(11, '0')}`;
  const party = { phone: '••• ••• 321', street: `Số ${n + 1}, khu dân cư số 4`, place: 'Phường Ninh Kiều, Thành phố Cần Thơ' };
  return {
    number,
    operatorName: 'Bưu chính Cửu Long (mẫu)',
    link: `https://choxa.example/theo-doi/${number}`,
    sortCode: 'CL-92-01',
    deliveryOfficeName: 'Bưu cục Phường Ninh Kiều',
    postcode: '94000',
    sender: { ...party, name: 'Hợp tác xã Cầu Đất' },
    recipient: { ...party, name: `Người nhận thứ ${n + 1}` },
    codVnd: n % 2 ? 120_000 + n : 0,
    inspection: n % 3 > 0,
    gift: n % 9 === 4,
    atCounter: n % 10 === 0,
    weightGrams: 500 + n,
    promisedOn: '2026-11-30',
  };
}
