import { importKey } from './imported-producer.js';
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
    expect(new Set(typed.map((name) => importKey({ name, province })))).toEqual(new Set(['92|htx dong hai']));
  });

  it('differs by name and by province', () => {
    expect(importKey({ name: 'HTX A', province })).not.toBe(importKey({ name: 'HTX B', province }));
    expect(importKey({ name: 'HTX A', province })).not.toBe(importKey({ name: 'HTX A', province: { code: '01', name: 'Hà Nội' } }));
    expect(importKey({ name: 'HTX A', province })).not.toBe(importKey({ name: 'HTX A' }));
  });
});
