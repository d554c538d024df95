import type { Place } from '@choxa/places';
import * as fc from 'fast-check';
import { COLUMNS, type Cells, type Column } from './columns.rules.js';
import { planRow, type RowPlan } from './row.rules.js';

const CAU_KE: Place = { code: '29335', name: 'Xã Cầu Kè', kind: 'xa', provinceCode: '86', provinceName: 'Tỉnh Vĩnh Long' };
const TIEU_CAN: Place = { ...CAU_KE, code: '29341', name: 'Xã Tiểu Cần' };
const VINH_LONG = { code: '86', name: 'Tỉnh Vĩnh Long', kind: 'tinh' } as const;

/** One commune, one that was divided, one province. */
const places: Parameters<typeof planRow>[2] = {
  resolve: ({ commune }) => {
    if (commune === 'Xã Cầu Kè') return { outcome: 'one', candidates: [CAU_KE], warnings: [] };
    if (commune === 'Xã Cầu Kẻ') return { outcome: 'one', candidates: [CAU_KE], warnings: ['name.misspelled'] };
    if (commune === 'Xã Chia') return { outcome: 'several', candidates: [CAU_KE, TIEU_CAN], warnings: ['commune.divided'] };
    return { outcome: 'none', candidates: [], warnings: [] };
  },
  provinceNamed: (name) => (name === 'Trà Vinh' ? VINH_LONG : null),
};

const GOOD: Cells = {
  product_name: 'Mật ong hoa dừa 500ml',
  producer_name: 'HTX Ong Mẫu',
  producer_kind: 'hop_tac_xa',
  commune: 'Xã Cầu Kè',
  district: '',
  province: 'Trà Vinh',
  stars: '4',
  year_recognised: '2025',
  ocop_group: 'thuc_pham',
  price_vnd: '120.000đ',
  source_url: 'https://example.vn/1',
};
const plan = (cells: Partial<Record<Column, string>> = {}): RowPlan => planRow(7, { ...GOOD, ...cells }, places, '2026-11-16');
const gaps = (cells: Partial<Record<Column, string>>): string[] => plan(cells).gaps.map(({ code }) => code);

describe('a row', () => {
  it('that says everything leaves no gap', () => {
    expect(plan()).toEqual({
      row: 7,
      productName: 'Mật ong hoa dừa 500ml',
      producerName: 'HTX Ong Mẫu',
      sourceUrl: 'https://example.vn/1',
      commune: { named: true, code: '29335' },
      write: {
        producer: { name: 'HTX Ong Mẫu', kind: 'cooperative', commune: CAU_KE, province: { code: '86', name: 'Tỉnh Vĩnh Long' } },
        product: {
          name: 'Mật ong hoa dừa 500ml',
          setCode: '4',
          priceVnd: 120_000,
          netContent: { value: 500, unit: 'ml' },
          recognition: { stars: 4, year: 2025 },
        },
      },
      refusal: null,
      gaps: [],
    });
  });

  it('names each of its gaps', () => {
    expect(gaps({ commune: '' })).toEqual(['commune.missing']);
    expect(gaps({ commune: 'Xã Nào' })).toEqual(['commune.unknown']);
    expect(gaps({ commune: 'Xã Cầu Kẻ' })).toEqual(['commune.to-check']);
    expect(gaps({ commune: '', province: 'Xứ Lạ' })).toEqual(['commune.missing', 'province.unknown']);
    expect(gaps({ commune: '', province: '' })).toEqual(['commune.missing', 'province.missing']);
    expect(gaps({ stars: '', year_recognised: '', price_vnd: '' })).toEqual(['stars.missing', 'year.missing', 'price.missing']);
    expect(gaps({ stars: '6', year_recognised: '2031', price_vnd: 'liên hệ' })).toEqual([
      'stars.unreadable',
      'year.future',
      'price.unreadable',
    ]);
    expect(gaps({ ocop_group: 'gì đó' })).toEqual(['group.unknown']);
    expect(gaps({ producer_name: 'Lê Văn Mến', producer_kind: 'unknown' })).toEqual(['kind.unknown']);
  });

  it('of a divided commune keeps the province, the words, and the candidates for whoever decides', () => {
    const { write, gaps: open } = plan({ commune: 'Xã Chia', district: 'huyện Cầu Kè' });
    expect(write!.producer).toMatchObject({ commune: null, province: VINH_LONG_NAMED, address: 'Xã Chia, huyện Cầu Kè, Trà Vinh' });
    expect(open).toMatchObject([{ code: 'commune.ambiguous', column: 'commune', vi: expect.stringMatching(/Cầu Kè.*29335.*Tiểu Cần/) }]);
  });
  const VINH_LONG_NAMED = { code: '86', name: 'Tỉnh Vĩnh Long' };

  it('without stars brings no recognition; without a year it is declared without one', () => {
    expect(plan({ stars: '2' }).write!.product.recognition).toBeNull();
    expect(plan({ year_recognised: '2031' }).write!.product.recognition).toEqual({ stars: 4, year: null });
  });

  it.each([
    [{ product_name: ' ' }, 'name.missing', 'product_name'],
    [{ product_name: '12345' }, 'name.unreadable', 'product_name'],
    [{ product_name: 'Trà'.repeat(60) }, 'name.too-long', 'product_name'],
    [{ product_name: 'NÆ°á»›c máº¯m' }, 'text.damaged', 'product_name'],
    [{ product_name: 'N??c m?m' }, 'text.damaged', 'product_name'],
    [{ producer_name: 'HTX C\ufffdu K\ufffd' }, 'text.damaged', 'producer_name'],
    [{ producer_name: '' }, 'producer.missing', 'producer_name'],
    [{ producer_name: 'chưa rõ' }, 'producer.missing', 'producer_name'],
    [{ producer_name: '!!! 1' }, 'producer.unreadable', 'producer_name'],
    [{ producer_name: 'x '.repeat(99) }, 'producer.too-long', 'producer_name'],
    [{ product_name: 'Zyx', ocop_group: '' }, 'set.unknown', 'ocop_group'],
  ])('%j is refused: %s', (cells, code, column) => {
    expect(plan(cells)).toMatchObject({ write: null, refusal: { code, column }, gaps: [] });
  });

  it('is cleaned: NFC, Đ, straight quotes, single spaces, a capital at the head', () => {
    const typed = plan({ product_name: '  gạo  “Cái quạt mo” '.normalize('NFD'), producer_name: 'Ðỗ Thị\u00a0Sáu', producer_kind: 'ho' });
    expect(typed.write).toMatchObject({
      product: { name: 'Gạo "Cái quạt mo"', setCode: '3', netContent: null },
      producer: { name: 'Đỗ Thị Sáu', kind: null },
    });
    expect(plan({ product_name: 'MẬT ONG RỪNG' }).productName).toBe('MẬT ONG RỪNG');
    expect(plan({ product_name: 'eCoffee sữa' }).productName).toBe('eCoffee sữa');
  });

  it.each([
    ['HTX Chè Hảo Đạt', 'unknown', 'cooperative'],
    ['Tân Cương Xanh', 'Hợp tác xã', 'cooperative'],
    ['Tổ hợp tác Sản xuất Thắm Thanh', 'to_hop_tac', 'cooperative_group'],
    ['Hộ kinh doanh Tám Đô', 'ho', 'household_business'],
    ['Cơ sở Dân Mập', 'unknown', 'household_business'],
    ['Công ty TNHH Travipha', 'hop_tac_xa', 'firm'],
    ['Lan Rừng', 'doanh_nghiep', 'firm'],
    ['Hộ bà Phan Thị Hoa', 'ho', null],
    ['Nguyễn Ri Bo', 'ho', null],
  ])('takes %s (%s) for %s', (producer_name, producer_kind, kind) => {
    expect(plan({ producer_name, producer_kind })).toMatchObject({ gaps: [], write: { producer: { kind } } });
  });

  it('is brought in or refused, whatever stands in it', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('', 'Mật ong', '4', '2025', 'Trà Vinh', 'thuc_pham', 'Xã Cầu Kè'),
    );
    const cells = fc.record(Object.fromEntries(COLUMNS.map((column) => [column, cell])) as Record<Column, typeof cell>);
    fc.assert(
      fc.property(cells, (row) => {
        const { write, refusal, productName, producerName } = planRow(2, row, places, '2026-11-16');
        expect(write === null).toBe(refusal !== null);
        if (write) expect([write.product.name, write.producer.name]).toEqual([productName, producerName]);
        expect(productName + producerName).not.toContain('\0');
      }),
    );
  });
});
