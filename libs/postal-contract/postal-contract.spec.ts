import { breachesOf, ContractBreach, ParcelClosed, ParcelDelivered, PostingRequested, quoteInTime, readPostalEvent } from './index.js';
import type { PostageQuote, PostageQuotes, PostingRequestedV1 } from './index.js';

const request: PostingRequestedV1 = {
  operatorCode: null,
  sender: { name: 'Nguyễn Thị Mơ', phone: '+84912345678', street: 'Thôn 3', communeCode: '24781' },
  senderReference: '6b0e0f3e-8f0c-4d0e-9c29-0d5e1c3a7a55',
  recipient: { name: 'Trần Văn Bình', phone: '+84987654321', street: '12 Lê Lợi', communeCode: '00004' },
  weightGrams: 500,
  codVnd: 120_000,
  contents: [{ code14: '08938500000010', description: 'Cà phê Arabica 500 g', quantity: 2 }],
  requestedAt: '2026-11-16T09:00:00+07:00',
};

const askAfter = (milliseconds: number, answer: PostageQuote | Error): PostageQuotes => ({
  quote: () =>
    new Promise((resolve, reject) => setTimeout(() => (answer instanceof Error ? reject(answer) : resolve(answer)), milliseconds).unref()),
});
const quoted: PostageQuote = { status: 'quoted', postageVnd: 22_000, codFeeVnd: 0, days: 2, operatorCode: 'x' };
const way = { fromCommuneCode: '24781', toProvinceCode: '01', weightGrams: 500, codVnd: 0 };

describe('what crosses the wall', () => {
  it('takes a complete posting request', () => {
    expect(readPostalEvent(PostingRequested, request)).toBe(request);
  });

  it.each([
    ['/senderReference', { senderReference: '' }],
    ['/codVnd', { codVnd: 0.5 }],
    ['/codVnd', { codVnd: -1 }],
    ['/weightGrams', { weightGrams: 0 }],
    ['/sender/communeCode', { sender: { ...request.sender, communeCode: 4781 } }],
    ['/contents/0/code14', { contents: [{ ...request.contents[0], code14: '8938500000010' }] }],
    ['/contents', { contents: null }],
    ['/requestedAt', { requestedAt: '2026-11-16 09:00' }],
    ['/recipient', { recipient: null }],
    ['/deliverTo/kind', { deliverTo: { kind: 'neighbour' } }],
    ['/deliverTo/officeCode', { deliverTo: { kind: 'office' } }],
    ['/deliverTo/digitalAddress', { deliverTo: { kind: 'address', digitalAddress: '12345' } }],
    ['/deliverTo/point/latitude', { deliverTo: { kind: 'address', point: { latitude: 91, longitude: 0 } } }],
    ['/gift', { gift: 'yes' }],
  ])('names the breach at %s', (pointer, change) => {
    const breaches = breachesOf(PostingRequested, { ...request, ...change });
    expect(breaches).toHaveLength(1);
    expect(breaches[0]!.startsWith(`${pointer} `)).toBe(true);
    expect(() => readPostalEvent(PostingRequested, { ...request, ...change })).toThrow(ContractBreach);
  });

  it.each([
    [{ kind: 'address' }],
    [{ kind: 'address', digitalAddress: '70000ABC1234', point: { latitude: 10.77, longitude: 106.7 } }],
    [{ kind: 'office', officeCode: 'SH-79-01' }],
  ])('takes a wish where to deliver: %j', (deliverTo) => {
    expect(breachesOf(PostingRequested, { ...request, deliverTo, gift: true })).toEqual([]);
  });

  it('lets through fields of a later version', () => {
    expect(breachesOf(PostingRequested, { ...request, insuredVnd: 1 })).toEqual([]);
  });

  it('is not data of anything when it is no object', () => {
    for (const value of [null, 'x', 3, [], undefined]) expect(breachesOf(PostingRequested, value)).toHaveLength(1);
  });

  it('knows where a parcel was delivered, and that a returned one was delivered nowhere', () => {
    const closed = {
      number: 'EE473124829XA',
      operatorCode: 'x',
      closedAt: '2026-11-18T02:00:00Z',
      outcome: 'RTD',
      deliveryPlace: null,
      recipientProvinceCode: '01',
      recipientCommuneCode: '00004',
      attempts: 2,
    };
    expect(breachesOf(ParcelClosed, closed)).toEqual([]);
    expect(breachesOf(ParcelClosed, { ...closed, deliveryPlace: 'neighbour' })).toHaveLength(1);
    expect(breachesOf(ParcelDelivered, { ...closed, deliveryPlace: null })).not.toEqual([]);
  });
});

describe('the one question', () => {
  it('gives the quote that arrives in time', async () => {
    expect(await quoteInTime(askAfter(1, quoted), way, 500)).toEqual(quoted);
  });

  it('answers unavailable when the post is slow', async () => {
    expect(await quoteInTime(askAfter(500, quoted), way, 20)).toEqual({ status: 'unavailable' });
  });

  it('answers unavailable when the post fails', async () => {
    expect(await quoteInTime(askAfter(1, new Error('away')), way, 500)).toEqual({ status: 'unavailable' });
  });
});
