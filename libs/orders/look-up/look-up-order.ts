import { Injectable } from '@nestjs/common';
import { FreshCode } from '@choxa/identity';
import { Clock, Database, platformProblem, sql, Trail, type Problem, type Tx } from '@choxa/platform';
import { parsePhone } from '@choxa/standards';
import { provenOrders } from '../account-orders/guest-orders.query.js';
import { hashOf, newAccessKey } from '../checkout/order-number.js';
import { orderProblem } from '../orders.problems.js';
import type { AskOrderCodeDto, FoundOrderDto, LookUpOrderDto } from './look-up-order.dto.js';

/** A guest who has lost the link finds one order again: by its number, its phone and a code sent to that phone. */
@Injectable()
export class LookUpOrder {
  constructor(
    private readonly db: Database,
    private readonly freshCode: FreshCode,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * Sends the code, whether or not there is such an order, so that nobody learns that from it. When it expires.
   * Throws `phone.invalid`, `code.*` past the send limits.
   */
  async sendCode(input: AskOrderCodeDto): Promise<Date> {
    const { phone, use } = asked(input);
    return this.db.transaction((tx) => this.freshCode.send(tx, { phone }, use, codeText));
  }

  /**
   * The order with a new key. Throws `phone.invalid`, `code.wrong`, `code.expired`, and with the right code `not-found` where the phone has no
   * such order, or one so old that the number may have had another holder.
   */
  async run(input: LookUpOrderDto): Promise<FoundOrderDto> {
    const { phone, number, use } = asked(input);
    const found = await this.db.transaction(async (tx): Promise<FoundOrderDto | Problem> => {
      const refused = await this.freshCode.refusal(tx, { phone }, use, input.code);
      return refused ?? (await this.renewKey(tx, number, phone)) ?? platformProblem('not-found');
    });
    // Thrown after the commit: a wrong guess counts.
    if (found instanceof Error) throw found;
    return found;
  }

  private async renewKey(tx: Tx, number: string, phone: string): Promise<FoundOrderDto | null> {
    const now = this.clock.now();
    const accessKey = newAccessKey();
    const { wholeFrom } = await provenOrders(tx, { phone, limits: { phoneProvenAt: now } }, now);
    const [order] = await sql<{ id: string }>(
      tx,
      'update orders."order" set access_key_hash = $3 where number = $1 and phone = $2 and placed_at >= $4 returning id',
      [number, phone, hashOf(accessKey), wholeFrom],
    );
    if (!order) return null;
    await this.trail.record(tx, 'guest', { action: 'order.looked-up', subjectKind: 'order', subjectId: order.id });
    return { number, accessKey };
  }
}

/** A code works for the order it was asked for. */
function asked(input: AskOrderCodeDto): { phone: string; number: string; use: `order ${string}` } {
  const phone = parsePhone(input.phone);
  if (!phone.ok) throw orderProblem('phone.invalid', { errors: [{ pointer: '/phone', code: 'phone.invalid', detail: input.phone }] });
  const number = input.number.replace(/[^0-9a-z]/gi, '').toUpperCase();
  return { phone: phone.e164, number, use: `order ${number}` };
}

function codeText(code: string): string {
  return `${code} là mã xem đơn hàng ở Chợ Xã, dùng trong 5 phút. Đừng đưa mã cho ai. / ${code} opens your order at Cho Xa, valid 5 minutes.`;
}
