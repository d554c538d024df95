import type { QueuedDelivery, QueuedScan } from '../types/post-work';
import { nextToSend, sendWork } from './send-work';

const NOW = new Date('2026-11-16T02:00:00Z');
const queued = { accountId: 'a', state: 'waiting', code: '', detail: '' } as const;
const scan = (id: string): QueuedScan => ({
  ...queued,
  id,
  kind: 'scan',
  body: { id, parcel: `EE${id}`, code: 'EMG', eventTime: NOW.toISOString(), device: 'web', office: 'o' },
});
const delivery = (id: string, picture: Blob | null = null): QueuedDelivery => ({
  ...queued,
  id,
  kind: 'delivery',
  parcel: `EE${id}`,
  body: { proof: picture ? 'photo' : 'code', deliveryPlace: 'address', codCollectedVnd: 0, deliveredAt: NOW.toISOString() },
  picture,
});

interface Asked {
  path: string;
  body: any;
  headers: Record<string, string>;
}

/** An API that answers as `answer` says, and keeps what it was asked. */
function answering(answer: (asked: Asked) => unknown) {
  const asked: Asked[] = [];
  const api = async (path: string, { body, headers }: Omit<Asked, 'path'>) => {
    asked.push({ path, body, headers });
    return answer({ path, body, headers });
  };
  return { api: api as never, asked };
}

describe('what goes next', () => {
  it('is the scans before the next delivery, at most a hundred, or one delivery', () => {
    const ids = (works: { id: string }[]) => works.map(({ id }) => id).join();
    expect(ids(nextToSend([scan('1'), scan('2'), delivery('3'), scan('4')]))).toBe('1,2');
    expect(ids(nextToSend([delivery('3'), delivery('4'), scan('5')]))).toBe('3');
    expect(nextToSend(Array.from({ length: 130 }, (_, index) => scan(String(index))))).toHaveLength(100);
    expect(nextToSend([])).toEqual([]);
  });
});

describe('sending what waited', () => {
  it('keeps the sequence of scans and answers what became of each', async () => {
    const results = [{ id: '1', outcome: 'accepted', code: null, detail: null }];
    const { api, asked } = answering(() => ({ results }));
    expect(await sendWork(api, [scan('1'), scan('2')], null, NOW)).toEqual(results);
    expect(asked[0]).toMatchObject({ path: '/post/scans', body: { scans: [{ id: '1' }, { id: '2' }] } });
  });

  it('says what the clock of the device shows, and which device it is where it is registered', async () => {
    const { api, asked } = answering(() => ({ results: [] }));
    await sendWork(api, [scan('1')], 'key', NOW);
    await sendWork(api, [scan('1')], null, NOW);
    expect(asked[0]!.headers).toMatchObject({ 'device-key': 'key', 'device-time': NOW.toISOString() });
    expect(asked[1]!.headers).not.toHaveProperty('device-key');
    expect(asked[0]!.headers['idempotency-key']).not.toBe(asked[1]!.headers['idempotency-key']);
  });

  it('sends a picture before its delivery, and the same request each time', async () => {
    const { api, asked } = answering(({ path }) => (path.endsWith('/proof-pictures') ? { id: 'p' } : { number: 'EE7' }));
    const work = delivery('7', new Blob(['jpeg']));
    expect(await sendWork(api, [work], 'key', NOW)).toMatchObject([{ id: '7', outcome: 'accepted', parcel: { number: 'EE7' } }]);
    await sendWork(api, [work], 'key', NOW);
    expect(asked.map(({ path }) => path.split('/').at(-1))).toEqual(['proof-pictures', 'delivery', 'proof-pictures', 'delivery']);
    expect(asked[1]).toMatchObject({ body: { pictureId: 'p', deliveredAt: NOW.toISOString() }, headers: { 'idempotency-key': '7' } });
    expect(asked[3]).toEqual(asked[1]);
    expect((asked[0]!.body as FormData).has('file')).toBe(true);
  });

  it('sends a delivery by code without a picture', async () => {
    const { api, asked } = answering(() => ({ number: 'EE8' }));
    await sendWork(api, [delivery('8')], null, NOW);
    expect(asked.map(({ path }) => path)).toEqual(['/parcels/EE8/delivery']);
    expect(asked[0]!.body).not.toHaveProperty('pictureId');
  });
});
