import { JOB_NAMES } from './jobs.js';
import { readOptions } from './options.js';

describe('options of the bench', () => {
  it('are those of the promise when none is given', () => {
    expect(readOptions([])).toEqual({
      packs: 10_000,
      seconds: 15,
      warmup: 5,
      jobs: JOB_NAMES,
      drawing: true,
      shippingLabels: true,
      sheet: true,
      post: ['path', 'quote'],
      scans: true,
      tracking: true,
      audit: true,
      pages: ['page', 'page-cold'],
      lighthouse: true,
      conns: [1, 8, 32],
      data: null,
    });
  });

  it('choose jobs and connections, jobs in their own order', () => {
    const options = readOptions(['--packs', '100000', '--jobs', 'checkout, list,page', '--conns', '4', '--seconds=3', '--warmup', '0']);
    expect(options).toEqual({
      packs: 100_000,
      seconds: 3,
      warmup: 0,
      jobs: ['list', 'checkout'],
      drawing: false,
      shippingLabels: false,
      sheet: false,
      post: [],
      scans: false,
      tracking: false,
      audit: false,
      pages: ['page'],
      lighthouse: false,
      conns: [4],
      data: null,
    });
  });

  it('a product sheet alone needs a market and no load', () => {
    expect(readOptions(['--jobs', 'product-sheet'])).toMatchObject({ jobs: [], drawing: false, sheet: true });
  });

  it('drawing alone needs no market', () => {
    expect(readOptions(['--jobs', 'label-drawing'])).toMatchObject({ jobs: [], drawing: true });
  });

  it.each([
    [['--packs', '1e5']],
    [['--packs', '3']],
    [['--conns', '0']],
    [['--jobs', 'lists']],
    [['--jobs', 'list,toString']],
    [['--seconds', '-1']],
  ])('refuse %j as wrong use', (args) => expect(() => readOptions(args)).toThrow(/--|must|phải/));
});
