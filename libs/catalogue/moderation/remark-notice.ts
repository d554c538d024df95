import { Injectable } from '@nestjs/common';
import { Households } from '@choxa/households';
import { Notify, type Tx } from '@choxa/platform';
import { ProductEntity } from '../products/product.entity.js';
import type { Remark, RemarkKind } from './remark.js';

const WORDS = { review: { vi: 'đánh giá', en: 'review' }, question: { vi: 'câu hỏi', en: 'question' } };

/** Tells households what shoppers write, and shoppers what becomes of what they wrote. */
@Injectable()
export class RemarkNotice {
  constructor(
    private readonly households: Households,
    private readonly notify: Notify,
  ) {}

  async reviewed(tx: Tx, { householdId, productName }: { householdId: string; productName: string }): Promise<void> {
    await this.toHousehold(tx, householdId, 'catalogue.reviewed', [
      `Chợ Xã: có đánh giá mới về "${productName}". Mở mục Bán hàng, Hỏi đáp để xem và trả lời.`,
      `New review of "${productName}".`,
    ]);
  }

  async asked(tx: Tx, { householdId, productName }: { householdId: string; productName: string }): Promise<void> {
    await this.toHousehold(tx, householdId, 'catalogue.question-asked', [
      `Chợ Xã: có người hỏi về "${productName}". Mở mục Bán hàng, Hỏi đáp để trả lời.`,
      `A shopper asks about "${productName}".`,
    ]);
  }

  async answered(tx: Tx, question: Remark): Promise<void> {
    const name = await productName(tx, question);
    await this.toAuthor(tx, question, 'catalogue.question-answered', [
      `Chợ Xã: hộ bán đã trả lời câu hỏi của bạn về "${name}". Xem ở trang sản phẩm.`,
      `Your question about "${name}" is answered on its page.`,
    ]);
  }

  async hidden(tx: Tx, kind: RemarkKind, remark: Remark, reason: string): Promise<void> {
    const name = await productName(tx, remark);
    await this.toAuthor(tx, remark, `catalogue.${kind}-hidden`, [
      `Chợ Xã: ${WORDS[kind].vi} của bạn về "${name}" bị ẩn: ${reason}.`,
      `Your ${WORDS[kind].en} of "${name}" was hidden.`,
    ]);
  }

  async shown(tx: Tx, kind: RemarkKind, remark: Remark): Promise<void> {
    const name = await productName(tx, remark);
    await this.toAuthor(tx, remark, `catalogue.${kind}-shown`, [
      `Chợ Xã: ${WORDS[kind].vi} của bạn về "${name}" được hiện lại.`,
      `Your ${WORDS[kind].en} of "${name}" is shown again.`,
    ]);
  }

  /** One that left no phone reads it at its desk. */
  private async toHousehold(tx: Tx, householdId: string, template: string, lines: [vi: string, en: string]): Promise<void> {
    const household = (await this.households.byIds(tx, [householdId])).get(householdId);
    if (household?.phone) await this.notify.send(tx, { to: household.phone, channel: 'sms', template, text: lines.join(' / ') });
  }

  private async toAuthor(tx: Tx, { authorPhone }: Remark, template: string, lines: [vi: string, en: string]): Promise<void> {
    if (authorPhone) await this.notify.send(tx, { to: authorPhone, channel: 'sms', template, text: lines.join(' / ') });
  }
}

async function productName(tx: Tx, { productId }: Remark): Promise<string> {
  return (await tx.findOneByOrFail(ProductEntity, { id: productId })).name;
}
