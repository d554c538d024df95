import type { INestApplicationContext } from '@nestjs/common';
import { AddFavourites } from '@choxa/catalogue';
import { SaveAddress } from '@choxa/orders';
import type { Actor } from '@choxa/platform';
import type { SeededGoods } from './seed-goods.js';

const ADDRESSES = [
  { label: 'Nhà', communeCode: '24778', street: 'Số 12, đường Mẫu', isDefault: true },
  { label: 'Cơ quan', communeCode: '26740', street: 'Tầng 3, tòa nhà Mẫu', digitalAddress: '70000MAU1234' },
];

/** What the demo's shopper has saved: two addresses, and some things they like. */
export async function seedAccount(app: INestApplicationContext, goods: SeededGoods, shopper: Actor): Promise<void> {
  for (const address of ADDRESSES)
    await app.get(SaveAddress).run(shopper, { ...address, recipientName: shopper.name, phone: shopper.phone });
  const liked = [3, 11, 24, 37].map((index) => goods.packs[index]!.packId);
  await app.get(AddFavourites).run(shopper, liked);
}
