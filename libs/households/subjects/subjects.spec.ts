import type { Place } from '@choxa/places';
import { importKey, keyInCommune, sameProducer } from './imported-producer.js';
import { subjectKindOf } from './subject.rules.js';

describe('the kind of a subject, read from its name', () => {
  it.each([
    ['Hợp tác xã Nông nghiệp Ea Tu', 'cooperative'],
    ['HTX chè Tân Hương', 'cooperative'],
    ['HTXNN Tam Dương', 'cooperative'],
    ['Liên hiệp hợp tác xã Sông Hậu', 'cooperative'],
    ['Tổ hợp tác trồng nấm', 'cooperative_group'],
    ['THT rau sạch Long Tuyền', 'cooperative_group'],
    ['Công ty TNHH Chế biến dừa sáp Cầu Kè', 'firm'],
    ['CTCP kem Tràng Tiền', 'firm'],
    ['Cty Tôm giống', 'firm'],
    ['DNTN Sáu Ánh', 'firm'],
    ['Hộ kinh doanh Út Mười', 'household_business'],
    ['Hộ SXKD Lê Thị Ba', 'household_business'],
    ['CƠ SỞ SẢN XUẤT BÁNH PÍA', 'household_business'],
  ])('%s is a %s', (name, kind) => expect(subjectKindOf(name)).toBe(kind));

  it.each(['Nguyễn Văn Năm', 'Hộ bà Trần Thị Sáu', 'hộ sản xuất Nguyễn Thị Lan Anh', 'Htay Công', 'Công Tư', 'Hợp Thành', ''])(
    '%s says nothing',
    (name) => expect(subjectKindOf(name)).toBeNull(),
  );
});

describe('the key of an imported producer', () => {
  const province = { code: '92', name: 'Cần Thơ' };

  it('is the same however the name is typed', () => {
    const typed = ['HTX Đông Hải', 'htx  ĐÔNG HẢI', 'HTX Ðông Hải', 'HTX “Đông Hải”', 'HTX Đông Hải'.normalize('NFD')];
    expect(new Set(typed.map((name) => importKey({ name, province })))).toEqual(
      new Set([importKey({ name: 'Hợp tác xã Đông Hải', province })]),
    );
  });

  it('differs by name and by province', () => {
    expect(importKey({ name: 'HTX A', province })).not.toBe(importKey({ name: 'HTX B', province }));
    expect(importKey({ name: 'HTX A', province })).not.toBe(importKey({ name: 'HTX A', province: { code: '01', name: 'Hà Nội' } }));
    expect(importKey({ name: 'HTX A', province })).not.toBe(importKey({ name: 'HTX A' }));
  });

  it.each([
    ['HTX Dịch vụ nông nghiệp Hằng Hiếu', 'Hợp tác xã dịch vụ nông nghiệp Hằng Hiếu'],
    ['Công ty CP Dược liệu Pù Mát', 'Công ty cổ phần Dược liệu Pù Mát'],
    ['CTCP Dược liệu Pù Mát', 'Công ty Cổ phần dược liệu Pù Mát'],
    ['Cty TNHH MTV SX & TM An Phát', 'Công ty trách nhiệm hữu hạn một thành viên Sản xuất và Thương mại An Phát'],
    ['Hoà Bình', 'Hòa Bình'],
  ])('of %s is that of %s', (short, long) => expect(importKey({ name: short, province })).toBe(importKey({ name: long, province })));

  it('tells people apart whose names differ by an accent', () => {
    expect(importKey({ name: 'Nguyễn Văn Tú', province })).not.toBe(importKey({ name: 'Nguyễn Văn Tư', province }));
  });
});

describe('which known producer a row means', () => {
  const place = (code: string) => ({ code, name: `Xã ${code}`, kind: 'xa', provinceCode: '92', provinceName: 'Cần Thơ' }) as Place;
  const named = (commune: Place | null, kind: 'firm' | null = null) => ({
    name: 'Hộ Lê Thị Hằng',
    kind,
    commune,
    province: { code: '92', name: 'Cần Thơ' },
  });
  const first = { importKey: importKey(named(null)), communeCode: '00001' };
  const second = { importKey: keyInCommune(named(place('00002'))), communeCode: '00002' };

  it('is the one of its commune', () => {
    expect(sameProducer(named(place('00001')), [first, second])).toBe(first);
    expect(sameProducer(named(place('00002')), [first, second])).toBe(second);
  });

  it('is a new one for a household in a third commune, and the first one where the row names none', () => {
    expect(sameProducer(named(place('00003')), [first, second])).toBeNull();
    expect(sameProducer(named(null), [first, second])).toBe(first);
  });

  it('is the one without a commune, which the row then knows', () => {
    expect(sameProducer(named(place('00003')), [{ ...first, communeCode: null }])).toMatchObject({ communeCode: null });
  });

  it('is one for a firm with several addresses', () => {
    expect(sameProducer(named(place('00003'), 'firm'), [first])).toBe(first);
  });
});
