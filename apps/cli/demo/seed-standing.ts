import type { INestApplicationContext } from '@nestjs/common';
import { AnnounceSuspension, ImportRegister, PlanClosure, RefuseHousehold, RegisterHousehold, type RegisterRow } from '@choxa/households';
import { Accounts } from '@choxa/identity';
import { Places } from '@choxa/places';
import { Database, type Actor, type SettableClock } from '@choxa/platform';
import { addDays, localDay } from '@choxa/standards';
import { makeActor, type DemoKey } from './demo-actors.js';
import type { SeededGoods } from './seed-goods.js';

// Invented people of the demo clerk's province.
const WAITING = { name: 'Hộ Đinh Thị Sim', person: 'Đinh Thị Sim', phone: '+84500001101', street: 'Thôn 5' };
const REFUSED = { name: 'Hộ Ngô Văn Tấm', person: 'Ngô Văn Tấm', phone: '+84500001102', street: 'Tổ 2, đường Hồ Xuân Hương' };
const COMMUNE = '24778';

const REGISTER_SOURCE = 'Danh sách hộ OCOP của xã, bản mẫu';
/** What the communes wrote down: households that sell here, one that waits, and some that never came. */
const REGISTERS: Record<string, readonly (readonly [name: string, representative: string, products: string, phone?: string])[]> = {
  [COMMUNE]: [
    ['Hộ Trần Văn Bền', 'Trần Văn Bền', 'Hồng sấy treo gió; cà phê; trà atiso'],
    [WAITING.name, WAITING.person, 'Mứt dâu tây'],
    ['Hộ Cao Thị Lụa', 'Cao Thị Lụa', 'Hoa hồng cắt cành', '+84500001103'],
    ['Hộ Mai Văn Đậu', 'Mai Văn Đậu', 'Khoai lang mật sấy'],
  ],
  '05503': [
    ['Hộ chè Đỗ Thị Xuân', 'Đỗ Thị Xuân', 'Chè xanh'],
    ['Hộ Lường Văn Sáo', 'Lường Văn Sáo', 'Chè đinh'],
  ],
};

/** Households in every standing, and the registers of two communes, so that those who decide have something to decide. */
export async function seedStanding(
  app: INestApplicationContext,
  people: Record<DemoKey, Actor>,
  sellers: SeededGoods['sellers'],
  clock: SettableClock,
): Promise<void> {
  await register(app, WAITING);
  const refused = await register(app, REFUSED);
  await app.get(RefuseHousehold).run(people.clerk, refused, 'Địa chỉ ghi thiếu số nhà, bưu tá không tìm thấy. Ghi rõ rồi gửi lại.');
  const [warned, resting] = [sellers.get('vi-thuy')!, sellers.get('sa-dec')!];
  await app.get(AnnounceSuspension).run(people.officialOfNation, warned.householdId, {
    reasonCode: 'papers_expired',
    text: 'Giấy xác nhận đủ điều kiện an toàn thực phẩm đã hết hạn. Gửi bản mới trước ngày này thì vẫn bán tiếp.',
  });
  const today = localDay(clock.now());
  const closure = { fromOn: addDays(today, 21), untilOn: addDays(today, 35), note: 'Nghỉ giữa vụ, nhận đơn lại sau đó.' };
  await app.get(PlanClosure).run(resting.actor, resting.householdId, closure);
  await importRegisters(app, addDays(today, -20));
}

async function register(app: INestApplicationContext, { name, person, phone, street }: typeof WAITING): Promise<string> {
  const founder = await makeActor(app.get(Database), app.get(Accounts), { phone, name: person }, []);
  return (await app.get(RegisterHousehold).run(founder, { name, communeCode: COMMUNE, street, producerName: person })).id;
}

async function importRegisters(app: INestApplicationContext, asOf: string): Promise<void> {
  const places = app.get(Places);
  await app.get(Database).transaction(async (tx) => {
    for (const [code, households] of Object.entries(REGISTERS)) {
      const rows = households.map(([name, representative, products, phone = null]): RegisterRow => ({
        name,
        representative,
        address: null,
        products,
        slug: null,
        phone,
      }));
      await app.get(ImportRegister).run(tx, { commune: places.commune(code)!, asOf, source: REGISTER_SOURCE, rows });
    }
  });
}
