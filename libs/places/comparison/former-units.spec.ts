import { aGazetteer } from '../look-up/gazetteer.factory.js';
import type { Gazetteer } from '../look-up/gazetteer.js';
import { resolvePlace } from '../look-up/resolve.rules.js';
import { describeWithSharedData } from './shared-data.js';

/**
 * Former communes that the file says were divided and of which we know one heir only, by former province. The published list names one
 * heir each; the clauses of Hà Nội, Hồ Chí Minh City and Bình Dương are in our corrections, those of the others not yet.
 */
const DIVISIONS_NOT_KNOWN: Record<string, number> = {
  'Thành phố Hải Phòng': 38,
  'Tỉnh Hải Dương': 34,
  'Tỉnh Cà Mau': 19,
  'Tỉnh Long An': 13,
  'Tỉnh Quảng Ninh': 12,
  'Tỉnh Tây Ninh': 11,
  'Tỉnh Thanh Hóa': 10,
  'Tỉnh Sóc Trăng': 8,
  'Tỉnh Khánh Hòa': 7,
  'Tỉnh Vĩnh Long': 7,
  'Tỉnh Hậu Giang': 6,
  'Tỉnh Phú Yên': 6,
  'Thành phố Cần Thơ': 5,
  'Tỉnh Hà Nam': 5,
  'Tỉnh Đồng Tháp': 5,
  'Tỉnh Tiền Giang': 4,
  'Tỉnh An Giang': 3,
  'Tỉnh Bình Định': 3,
  'Tỉnh Hà Giang': 3,
  'Tỉnh Hòa Bình': 3,
  'Tỉnh Hưng Yên': 3,
  'Tỉnh Lạng Sơn': 3,
  'Tỉnh Thái Nguyên': 3,
  'Tỉnh Bình Thuận': 2,
  'Tỉnh Hà Tĩnh': 2,
  'Tỉnh Tuyên Quang': 2,
  'Thành phố Đà Nẵng': 1,
  'Tỉnh Bến Tre': 1,
  'Tỉnh Ninh Bình': 1,
  'Tỉnh Ninh Thuận': 1,
  'Tỉnh Quảng Ngãi': 1,
  'Tỉnh Đắk Lắk': 1,
  'Tỉnh Đồng Nai': 1,
};

/** We know more heirs than the file: we ask. The first four from the published list, the last from clause 107 of 1656/NQ-UBTVQH15. */
const DIVIDED_WITH_US = [
  'Tỉnh Sơn La, Huyện Thuận Châu, Xã Chiềng Bôm',
  'Thành phố Đà Nẵng, Quận Liên Chiểu, Phường Hòa Minh',
  'Tỉnh Đắk Lắk, Huyện Ea Súp, Xã Ia RVê',
  'Tỉnh Đồng Nai, Thành phố Biên Hòa, Phường Tân Phong',
  'Thành phố Hà Nội, Huyện Mê Linh, Xã Văn Khê',
];

describeWithSharedData('former communes beside admin-units-before-2025-07.csv', 'admin-units-before-2025-07.csv', (rows) => {
  let known: Gazetteer;
  let former: Map<string, { address: { province: string; district: string; commune: string }; heirs: Set<string> }>;

  beforeAll(async () => {
    known = await aGazetteer();
    former = new Map();
    for (const { province, district, commune, new_commune_code: heir } of rows() as {
      province: string;
      district: string;
      commune: string;
      new_commune_code: string;
    }[]) {
      const name = [province, district, commune].filter(Boolean).join(', ');
      const unit = former.get(name) ?? { address: { province, district, commune }, heirs: new Set() };
      former.set(name, { ...unit, heirs: unit.heirs.add(heir) });
    }
  });

  it('resolve to the same commune or communes, never to another one, but for the differences explained here', () => {
    const unexplained: string[] = [];
    const notKnown: Record<string, number> = {};
    const askedMore: string[] = [];
    let equal = 0;
    for (const [name, { address, heirs }] of former) {
      const { outcome, candidates } = resolvePlace(address, known);
      const ours = new Set(candidates.map((place) => place.code));
      const all = [...heirs].every((code) => ours.has(code));
      if (outcome === (heirs.size > 1 ? 'several' : 'one') && all && ours.size === heirs.size) equal += 1;
      else if (heirs.size > 1 && outcome === 'one' && [...ours].every((code) => heirs.has(code)))
        notKnown[address.province] = (notKnown[address.province] ?? 0) + 1;
      else if (outcome === 'several' && all) askedMore.push(name);
      else unexplained.push(`${name}: ${outcome} ${[...ours]} instead of ${[...heirs]}`);
    }
    expect(unexplained).toEqual([]);
    expect(askedMore.toSorted()).toEqual(DIVIDED_WITH_US.toSorted());
    expect(notKnown).toEqual(DIVISIONS_NOT_KNOWN);
    const explained = askedMore.length + Object.values(notKnown).reduce((sum, count) => sum + count, 0);
    expect(equal).toBe(former.size - explained);
  });
});
