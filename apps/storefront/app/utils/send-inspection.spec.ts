import type { QueuedInspection } from '../types/inspection-work';
import { sendInspection } from './send-inspection';

const work: QueuedInspection = {
  id: 'i',
  accountId: 'a',
  state: 'waiting',
  code: '',
  detail: '',
  kind: 'inspection',
  sampleId: 's',
  productName: 'Cà phê',
  body: { id: 'i', productId: 'p', verdicts: [{ field: 'brand.name', verdict: 'right' }], inspectedAt: '2026-11-16T02:00:00Z' },
  pictures: [new Blob(['1']), new Blob(['2'])],
};

/** An API that keeps what it was asked and gives each photo an id. */
function answering() {
  const asked: { path: string; body: unknown }[] = [];
  const api = async (path: string, { body }: { body: unknown }) => {
    asked.push({ path, body });
    return { id: `photo-${asked.length}` };
  };
  return { api: api as never, asked };
}

describe('a finding', () => {
  it('goes after its photos and names them', async () => {
    const { api, asked } = answering();
    expect(await sendInspection(api, work)).toMatchObject({ id: 'i', outcome: 'accepted' });
    expect(asked.map(({ path }) => path)).toEqual(['/audit/samples/s/photos', '/audit/samples/s/photos', '/audit/samples/s/inspections']);
    expect(asked[2]!.body).toEqual({ ...work.body, photoIds: ['photo-1', 'photo-2'] });
  });

  it('is not sent when a photo was not taken', async () => {
    const api = (async () => Promise.reject(new Error('no network'))) as never;
    await expect(sendInspection(api, work)).rejects.toThrow('no network');
  });
});
