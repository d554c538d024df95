import { Injectable } from '@nestjs/common';
import { Households } from '@choxa/households';
import { Notify, type Tx } from '@choxa/platform';
import type { ProductEntity } from '../products/product.entity.js';

/** Tells a household what an official decided about its product; one that left no phone reads it at its desk. */
@Injectable()
export class HouseholdNotice {
  constructor(
    private readonly households: Households,
    private readonly notify: Notify,
  ) {}

  async takenDown(tx: Tx, product: ProductEntity, request: { authority: string; documentNumber: string; reason: string }): Promise<void> {
    const { authority, documentNumber, reason } = request;
    await this.send(tx, product, 'catalogue.taken-down', [
      `Chợ Xã: "${product.name}" bị gỡ theo yêu cầu của ${authority} (${documentNumber}): ${reason}. Mở trang sản phẩm ở mục Bán hàng để khiếu nại.`,
      `"${product.name}" was taken down at the request of ${authority}. Open the product at your desk to appeal.`,
    ]);
  }

  async restored(tx: Tx, product: ProductEntity): Promise<void> {
    await this.send(tx, product, 'catalogue.restored', [`Chợ Xã: "${product.name}" được bày lại.`, `"${product.name}" is shown again.`]);
  }

  async upheld(tx: Tx, product: ProductEntity, note: string): Promise<void> {
    await this.send(tx, product, 'catalogue.takedown-upheld', [
      `Chợ Xã: khiếu nại về "${product.name}" chưa được chấp nhận: ${note}.`,
      `Your appeal about "${product.name}" was not accepted.`,
    ]);
  }

  private async send(tx: Tx, product: ProductEntity, template: string, lines: [vi: string, en: string]): Promise<void> {
    const household = (await this.households.byIds(tx, [product.householdId])).get(product.householdId);
    if (household?.phone) await this.notify.send(tx, { to: household.phone, channel: 'sms', template, text: lines.join(' / ') });
  }
}
