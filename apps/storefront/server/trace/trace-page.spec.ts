import { createHash } from 'node:crypto';
import type * as Api from '@choxa/api-client';
import { TRACE_POLICY } from './style.js';
import { tracePage } from './page.js';
import { textsOf } from './texts.js';
import { traceContent } from './trace-content.js';

const HOSTILE = `<script>alert(1)</script>"'`;
const place = {
  code: '24778',
  name: 'Phường Xuân Hương - Đà Lạt',
  kind: 'phuong',
  provinceCode: '68',
  provinceName: 'Tỉnh Lâm Đồng',
} as const;
const provinces = Array.from({ length: 34 }, (_, n) => ({ code: String(n), name: `Thành phố Hồ Chí Minh ${n}` }));
const picture = { id: 'a', url: '/api/v1/images/a-800.webp', thumbUrl: '/api/v1/images/a-320.webp', width: 800, height: 600 };

/** A trace with everything a page can show. */
function aTrace(change: Partial<Api.TraceDto> = {}): Api.TraceDto {
  const step = { occurredAt: '2026-11-10T08:00:00.000+07:00', place, note: 'Ghi chú', pictures: [picture] };
  const link = {
    traceCode: '23456789AB',
    lotCode: 'A1',
    producedOn: '2026-10-01',
    productName: 'Cà phê nhân',
    quantity: 3,
    recalled: false,
  };
  const maker = { producerName: 'Hộ Mẫu', communeName: place.name, provinceName: place.provinceName };
  const correction = { reason: 'incorrect_data', note: 'Nhầm ngày', declaredAt: '2026-11-11T08:00:00.000+07:00' } as const;
  return {
    status: 'ok',
    product: { name: 'Cà phê Arabica', slug: 'ca-phe', setCode: '13', image: { ...picture, alt: 'Cà phê' } },
    producer: { name: 'Hộ Nguyễn Văn Đất', communeName: place.name, provinceName: place.provinceName },
    brandName: 'Cầu Đất Farm',
    barcode: { kind: 'gtin', digits: '8938501000019' },
    lot: {
      ...{ id: 'l', code: '261110-01', producedOn: '2026-11-10', producedKind: 'harvest', expiresOn: '2027-11-10', expired: false, place },
      ...{ placeText: 'Vườn nhà', quantity: 40, traceCode: 'ABCDEFGHJK' },
    },
    recall: null,
    events: (['growing', 'harvesting', 'processing', 'packing', 'shipping', 'receiving'] as const).map((name, index) => ({
      ...step,
      step: name,
      correction: index === 2 ? correction : null,
    })),
    pictures: [picture],
    inputs: [{ ...link, ...maker }],
    outputs: [{ ...link, ...maker }],
    recognition: {
      ...{ status: 'confirmed', stars: 4, decisionNumber: '101/QĐ', authority: 'UBND tỉnh', decisionDate: '2026-01-01' },
      ...{ expiresOn: '2029-01-01', expired: false },
    },
    label: {
      ...{ level: 'declared', brand: { level: 'checked', name: 'Cầu Đất Farm' }, barcode: { level: 'format_valid', kind: 'gtin' } },
      ...{ origin: { level: 'declared' }, missing: ['origin.event', 'origin.trace-code', 'origin.shelf-life'], ruleVersion: '2026.1' },
    },
    standards: 'TCVN 5251:2015',
    shelfLifeDays: 365,
    serial: '77',
    note: null,
    ...change,
  } as Api.TraceDto;
}

function page(trace: Api.TraceDto, language: 'vi' | 'en' = 'vi', demo = true): string {
  const view = { t: textsOf(language), language, address: '/01/08938501000019/10/A1/21/77', publicUrl: 'https://choxa.test', demo };
  return tracePage(view, trace.product.name, traceContent(view, trace, { provinces, preset: undefined }));
}

it('everything a page can show is less than 20 KiB of HTML and style together, without any script', () => {
  for (const language of ['vi', 'en'] as const) {
    const text = page(aTrace(), language);
    expect(Buffer.byteLength(text)).toBeLessThan(20 * 1024);
    expect(text).not.toMatch(/<script|<link[^>]+stylesheet|javascript:| on\w+=| style=/i);
  }
});

it('a demo says that its people are invented, and nothing else does', () => {
  expect(page(aTrace())).toContain('Bản demo');
  expect(page(aTrace(), 'vi', false)).not.toContain('Bản demo');
});

it('the style stands in the page exactly as the policy allows it', () => {
  const style = /<style>(.*)<\/style>/s.exec(page(aTrace()))![1]!;
  expect(TRACE_POLICY).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(TRACE_POLICY).not.toMatch(/script-src|unsafe/);
});

it('every text is there in both languages', () => {
  const recall = {
    id: 'r',
    scope: 'lot',
    reason: 'spoiled',
    note: 'Bị mốc.',
    recalledAs: 'official',
    recalledAt: '2026-11-12T08:00:00+07:00',
  };
  for (const language of ['vi', 'en'] as const)
    for (const change of [
      {},
      { status: 'recalled', recall },
      { status: 'expired' },
      { status: 'corrected', note: 'x' },
      { lot: null, events: [] },
    ])
      expect(page(aTrace(change as Partial<Api.TraceDto>), language)).not.toMatch(/>(?:tracePage|trace|label|ocop|barcode)\.[\w.-]+/);
});

it('a recalled lot is called so before all else and is not offered for sale', () => {
  const recall = {
    id: 'r',
    scope: 'lot',
    reason: 'spoiled',
    note: HOSTILE,
    recalledAs: 'household',
    recalledAt: '2026-11-12T08:00:00+07:00',
  };
  const text = page(aTrace({ status: 'recalled', recall } as Partial<Api.TraceDto>));
  expect(text.indexOf('ĐANG THU HỒI')).toBeLessThan(text.indexOf('<h1>'));
  expect(text).not.toContain('class="buy"');
  expect(text).not.toContain(HOSTILE);
});

it('says at the top, and at the lot, that something it was made from is being recalled', () => {
  const inputs = aTrace().inputs.map((input) => ({ ...input, recalled: true }));
  expect(page(aTrace({ inputs })).indexOf('đang bị thu hồi')).toBeLessThan(page(aTrace({ inputs })).indexOf('<h1>'));
  expect(page(aTrace({ inputs })).match(/class="chip stop"/g)).toHaveLength(1);
  expect(page(aTrace())).not.toMatch(/đang bị thu hồi|chip stop/);
});

it('hostile words stay words', () => {
  const trace = aTrace({ brandName: HOSTILE, standards: HOSTILE, serial: HOSTILE });
  trace.product.name = HOSTILE;
  trace.events[0]!.note = HOSTILE;
  expect(page(trace)).not.toContain('<script');
});

it('nobody is taken to have bought a pack in the first province of the list', () => {
  const form = /<form[^>]+noi-mua.*?<\/form>/s.exec(page(aTrace()))![0];
  expect(form).toMatch(/<select[^>]+required[^>]*>\s*<option value="">/);
  expect(form).not.toContain('selected');
});
