import { aGazetteer } from './gazetteer.factory.js';
import type { Gazetteer } from './gazetteer.js';
import { resolvePlace } from './resolve.rules.js';

let known: Gazetteer;
beforeAll(async () => {
  known = await aGazetteer();
});

type Boxes = [commune?: string, district?: string, province?: string];

function resolve([commune, district, province]: Boxes) {
  const { outcome, candidates, warnings } = resolvePlace({ commune, district, province }, known);
  return { outcome, names: candidates.map((place) => place.name), warnings };
}

const TAM_NGAI = 'Xã Tam Ngãi';

describe('one former commune, however it is written', () => {
  it.each<Boxes>([
    ['xã Thạnh Phú', 'huyện Cầu Kè', 'Trà Vinh'],
    ['Thạnh Phú', 'Cầu Kè', 'tỉnh Trà Vinh'],
    ['XÃ THẠNH PHÚ', 'HUYỆN CẦU KÈ', 'TRÀ VINH'],
    ['X. Thạnh Phú', 'H. Cầu Kè', 'T. Trà Vinh'],
    ['X.Thạnh Phú', 'H.Cầu Kè', 'Vĩnh Long'],
    ['xa thanh phu', 'huyen cau ke', 'tra vinh'],
    ['xã Thạnh Phú'.normalize('NFD'), 'huyện Cầu Kè'.normalize('NFD'), 'Trà Vinh'.normalize('NFD')],
    ['  xã   Thạnh Phú ', 'huyện Cầu Kè', 'Trà Vinh.'],
    ['phường Thạnh Phú', 'thị xã Cầu Kè', 'Trà Vinh'],
    ['xã Thạn Phú', 'huyện Cầu Kè', 'Trà Vinh'],
    ['xã Thạnh Phú', 'huyện Cầu Kê', 'Trà Vin'],
    ['xã Thạnh Phú, huyện Cầu Kè, tỉnh Trà Vinh'],
    ['ấp 1, xã Thạnh Phú, huyện Cầu Kè, Trà Vinh, Việt Nam'],
    ['xã Thạnh Phú huyện Cầu Kè tỉnh Trà Vinh'],
    ['xa thanh phu huyen cau ke tinh tra vinh'],
    ['Thạnh Phú - Cầu Kè - Trà Vinh'],
    ['Thạnh Phú, Cầu Kè'],
    ['Thạnh Phú Cầu Kè Trà Vinh'],
    ['xã Thạnh Phú (huyện Cầu Kè, Trà Vinh)'],
    ['xã Thạnh Phú, huyện Cầu Kè', '', 'Trà Vinh'],
    ['', 'xã Thạnh Phú, huyện Cầu Kè', 'Trà Vinh'],
    ['', '', 'xã Thạnh Phú, huyện Cầu Kè, Trà Vinh'],
    ['xã Thạnh Phú', '', 'Trà Vinh'],
  ])('%j | %j | %j', (...boxes) => {
    expect(resolve(boxes)).toMatchObject({ outcome: 'one', names: [TAM_NGAI] });
  });
});

describe('abbreviations, numbers and other spellings', () => {
  it.each<[...Boxes, string]>([
    ['P.01', 'Q.5', 'Sài Gòn', 'Phường Chợ Quán'],
    ['F1', 'Go Vap', 'TP.HCM', 'Phường Hạnh Thông'],
    ['Phường 1', 'quận Gò Vấp', 'TP HCM', 'Phường Hạnh Thông'],
    ['phường số 1', 'Q Gò Vấp', 'TPHCM', 'Phường Hạnh Thông'],
    ['12 Nguyễn Trãi, P.1, Q.5, TP.HCM', '', '', 'Phường Chợ Quán'],
    ['P1 Q5 TPHCM', '', '', 'Phường Chợ Quán'],
    ['Ward 5, District 3, Ho Chi Minh City', '', '', 'Phường Bàn Cờ'],
    ['Hải Châu II', 'Hải Châu', 'TP Đà Nẵng', 'Phường Hải Châu'],
    ['phường Hòa Qúy', 'quận Ngũ Hành Sơn', 'Đà Nẵng', 'Phường Ngũ Hành Sơn'],
    ['phường Hoà Quý', 'quận Ngũ Hành Sơn', 'Đà Nẵng', 'Phường Ngũ Hành Sơn'],
    ['thị trấn Yên Ðịnh', 'huyện Hải Hậu', 'Nam Định', 'Xã Hải Hậu'],
    ['TT Phước An', 'H. Krông Pắk', 'Dak Lak', 'Xã Krông Pắc'],
    ['xã Cư M’gar', 'Cư Mgar', 'Đăk Lăk', "Xã Cư M'gar"],
    ['xã EaHleo', "Ea H'leo", 'Đắc Lắc', "Xã Ea H'Leo"],
    ['Ea Kao', 'TP Buôn Mê Thuột', 'Darlac', 'Phường Ea Kao'],
    ['xã Bằng Phúc', 'Chợ Đồn', 'Bắc Cạn', 'Xã Đồng Phúc'],
    ['xã Long Sơn', 'TP. Vũng Tàu', 'BR-VT', 'Xã Long Sơn'],
    ['xã Bình Châu', 'Xuyên Mộc', 'Bà Rịa-Vũng Tàu', 'Xã Bình Châu'],
    ['Thị trấn Phú Bài', 'TX Hương Thủy', 'TT Huế', 'Phường Phú Bài'],
    ['phường Vĩnh Ninh', 'TP. Huế', 'Thừa Thiên - Huế', 'Phường Thuận Hóa'],
    ['Phường Đúc', 'TP Huế', 'Thừa Thiên Huế', 'Phường Thuận Hóa'],
    ['xã HBông', 'Chư Sê', 'Gia Lai', 'Xã Ia Hrú'],
    ['phường Nhơn Phú', 'Qui Nhơn', 'Bình Định', 'Phường Quy Nhơn Bắc'],
    ['xa xa dung', 'dien bien dong', 'dien bien', 'Xã Xa Dung'],
    ['phường Thảo Điền', 'Quận 2', 'HCM', 'Phường An Khánh'],
    ['Thị trấn Chũ', 'huyện Lục Ngạn', 'Bắc Giang', 'Phường Chũ'],
    ['xã Long Thành', '', 'Đồng Nai', 'Phường Long Thành'],
    ['phường Suối Hoa', 'TP Bắc Ninh', 'Bắc Ninh', 'Phường Kinh Bắc'],
    ['huyện đảo Lý Sơn', '', 'Quảng Ngãi', 'Đặc khu Lý Sơn'],
    ['26740', '', '', 'Phường Sài Gòn'],
  ])('%j | %j | %j → %s', (commune, district, province, name) => {
    expect(resolve([commune, district, province])).toMatchObject({ outcome: 'one', names: [name] });
  });
});

describe('asks', () => {
  it('which part, when the former commune was divided', () => {
    const { outcome, names, warnings } = resolve(['phường Cống Vị', 'quận Ba Đình', 'Hà Nội']);
    expect({ outcome, names, warnings }).toEqual({
      outcome: 'several',
      names: ['Phường Giảng Võ', 'Phường Ngọc Hà'],
      warnings: ['commune.divided'],
    });
  });

  it('which commune, when only a former district is given', () => {
    expect(resolve(['huyện Cầu Kè, Trà Vinh'])).toEqual({
      outcome: 'several',
      names: ['Xã An Phú Tân', 'Xã Cầu Kè', 'Xã Phong Thạnh', 'Xã Tam Ngãi'],
      warnings: ['commune.missing'],
    });
    expect(resolve(['', 'Thủ Đức']).names).toHaveLength(12);
    expect(resolve(['', 'Quận 9', 'TP HCM']).outcome).toBe('several');
    expect(resolve(['thành phố Hải Dương']).outcome).toBe('several');
  });

  it('whether a bare name is the commune or the former district, the commune first', () => {
    const { outcome, names, warnings } = resolve(['Thủ Đức']);
    expect({ outcome, first: names[0], count: names.length, warnings }).toEqual({
      outcome: 'several',
      first: 'Phường Thủ Đức',
      count: 12,
      warnings: ['commune.also-a-former-district'],
    });
  });

  it('which of several communes of one name in a province or in the country', () => {
    expect(resolve(['xã Tân Lập', '', 'Thái Nguyên']).outcome).toBe('several');
    expect(resolve(['xã Tân Lập']).names.length).toBeGreaterThan(20);
  });

  it('which spelling, when marks are missing, and takes the one that was spelled out', () => {
    expect(resolve(['xa Tam Dan', 'Phu Ninh', 'Quang Nam'])).toMatchObject({ outcome: 'several', names: ['Xã Chiên Đàn', 'Xã Phú Ninh'] });
    expect(resolve(['xã Tam Đàn', 'Phú Ninh', 'Quảng Nam'])).toMatchObject({ outcome: 'one', names: ['Xã Chiên Đàn'] });
    expect(resolve(['xã Tam Đan', 'Phú Ninh', 'Quảng Nam'])).toMatchObject({ outcome: 'one', names: ['Xã Chiên Đàn'] });
    expect(resolve(['xã Tam Dân', 'Phú Ninh', 'Quảng Nam'])).toMatchObject({ outcome: 'one', names: ['Xã Phú Ninh'] });
  });

  it('about a commune its district never had', () => {
    const { outcome, warnings } = resolve(['xã Không Có', 'huyện Cầu Kè', 'Trà Vinh']);
    expect({ outcome, warnings }).toEqual({ outcome: 'several', warnings: ['commune.unknown'] });
  });

  it('about a district that is in another province', () => {
    const { outcome, names, warnings } = resolve(['xã Thạnh Phú', 'huyện Cầu Kè', 'Bến Tre']);
    expect(outcome).toBe('several');
    expect(names).toContain(TAM_NGAI);
    expect(warnings).toContain('district.does-not-fit');
  });

  it('which, when several communes are named', () => {
    expect(resolve(['xã Thạnh Phú, xã Hòa Tân', 'Cầu Kè', 'Trà Vinh'])).toMatchObject({ outcome: 'several', warnings: ['commune.many'] });
    expect(resolve(['xã Thạnh Phú (nay là xã Tam Ngãi)', 'Cầu Kè', 'Trà Vinh'])).toMatchObject({ outcome: 'one', names: [TAM_NGAI] });
  });

  it('never takes one number for another', () => {
    expect(resolve(['Phường 99', 'Quận 5', 'TP.HCM']).outcome).toBe('several');
    expect(resolve(['Phường 11', 'Quận 5', 'TP.HCM'])).toMatchObject({ outcome: 'one', names: ['Phường Chợ Lớn'] });
  });
});

describe('finds nothing', () => {
  it.each<Boxes>([
    [''],
    ['???'],
    [undefined, undefined, undefined],
    ['', '', 'Hà Nội'],
    ['TP. Hồ Chí Minh'],
    ['xã Không Đâu Cả', '', 'Huế'],
  ])('%j | %j | %j', (...boxes) => {
    expect(resolve(boxes)).toMatchObject({ outcome: 'none', names: [] });
  });
});

it('reads the lawful address of every commune of today as that commune', () => {
  const others = [...known.places.values()].filter((place) => {
    const { outcome, candidates } = resolvePlace({ commune: place.name, province: place.provinceName }, known);
    return outcome !== 'one' || candidates[0]!.code !== place.code;
  });
  expect(others).toEqual([]);
});

it('says so when a former commune of that name lay elsewhere in the province', () => {
  expect(resolve(['Phường Ngọc Hà', '', 'Hà Nội'])).toEqual({
    outcome: 'one',
    names: ['Phường Ngọc Hà'],
    warnings: ['commune.also-a-former-name'],
  });
  expect(resolve(['Phường Ngọc Hà', 'Ba Đình', 'Hà Nội'])).toMatchObject({
    outcome: 'several',
    names: ['Phường Ba Đình', 'Phường Ngọc Hà'],
  });
});

it('finds a ward that was a commune until lately under both kinds', () => {
  for (const name of ['Phường Bố Hạ', 'Xã Bố Hạ', 'bo ha'])
    expect(resolve([name, '', 'Bắc Ninh'])).toMatchObject({ outcome: 'one', names: ['Phường Bố Hạ'] });
});
