import type { QueuedScan } from '../types/scan';
import { sendScans } from './send-scans';

const NOW = new Date('2026-11-16T02:00:00Z');
const queued = (id: string): QueuedScan => ({
  seq: Number(id),
  id,
  accountId: 'a',
  kind: 'scan',
  body: { id, parcel: `EE${id}`, code: 'EMG', eventTime: NOW.toISOString(), device: 'web', office: 'o' },
  photos: [],
  state: 'waiting',
  detail: '',
});

/** An API that answers each id with an outcome, and keeps what it was asked. */
function answering(outcomes: Record<string, string>) {
  const asked: { headers: Record<string, string>; ids: string[] }[] = [];
  const api = async (_path: string, call: { body: unknown; headers: Record<string, string> }) => {
    const { scans } = call.body as { scans: { id: string }[] };
    asked.push({ headers: call.headers, ids: scans.map(({ id }) => id) });
    return { results: scans.flatMap(({ id }) => (outcomes[id] ? [{ id, outcome: outcomes[id], code: null, detail: `vì ${id}` }] : [])) };
  };
  return { api: api as never, asked };
}

describe('sending scans that waited', () => {
  it('keeps their sequence, and what is stored already counts as done', async () => {
    const { api, asked } = answering({ 1: 'accepted', 2: 'duplicate', 3: 'rejected' });
    const { done, refused } = await sendScans(api, ['1', '2', '3'].map(queued), null, NOW);
    expect(asked[0]!.ids).toEqual(['1', '2', '3']);
    expect(done.map(({ id }) => id)).toEqual(['1', '2']);
    expect(refused).toMatchObject([{ id: '3', state: 'refused', detail: 'vì 3' }]);
  });

  it('leaves waiting what the answer does not speak of', async () => {
    const { api } = answering({ 1: 'accepted' });
    const { done, refused } = await sendScans(api, ['1', '2'].map(queued), null, NOW);
    expect([done.map(({ id }) => id), refused]).toEqual([['1'], []]);
  });

  it('says what the clock of the device shows, and which device it is where it is registered', async () => {
    const { api, asked } = answering({ 1: 'accepted' });
    await sendScans(api, [queued('1')], 'key', NOW);
    await sendScans(api, [queued('1')], null, NOW);
    expect(asked[0]!.headers).toMatchObject({ 'device-key': 'key', 'device-time': NOW.toISOString() });
    expect(asked[1]!.headers).not.toHaveProperty('device-key');
    expect(asked[0]!.headers['idempotency-key']).not.toBe(asked[1]!.headers['idempotency-key']);
  });
});
