import { Injectable } from '@nestjs/common';
import { Places, type Place } from '@choxa/places';
import { parsePhone } from '@choxa/standards';
import type { CartHolder } from '../cart/cart-holder.js';
import { ReadCart, type CartLine, type QuotedPart } from '../cart/read-cart.query.js';
import { orderProblem } from '../orders.problems.js';
import { PaymentMethods } from '../payments/payment-methods.js';
import type { PaymentMethod } from '../payments/payment.rules.js';
import { Counters } from './counters.js';
import type { PlaceOrderDto } from './place-order.dto.js';

/** What a checkout knows before its transaction begins. */
export interface PreparedOrder {
  input: PlaceOrderDto;
  /** E.164. */
  phone: string;
  place: Place;
  /** The cart as it was read; empty when it has been ordered already. */
  lines: CartLine[];
  parts: QuotedPart[];
  office: { code: string; name: string } | null;
}

/** Understands where an order is to go and asks the post what that costs: before the transaction, so that no lock is held while the post thinks. */
@Injectable()
export class PrepareOrder {
  constructor(
    private readonly readCart: ReadCart,
    private readonly places: Places,
    private readonly counters: Counters,
    private readonly paymentMethods: PaymentMethods,
  ) {}

  /** Throws `phone.invalid`, `place.unknown`, `point.half`, `payment.method`, `office.unknown`. */
  async run(holder: CartHolder, input: PlaceOrderDto): Promise<PreparedOrder> {
    const phone = parsePhone(input.phone);
    if (!phone.ok) throw wrong('/phone', 'phone.invalid', input.phone);
    const place = this.places.commune(input.communeCode);
    if (!place) throw wrong('/communeCode', 'place.unknown', input.communeCode);
    if ((input.latitude == null) !== (input.longitude == null))
      throw wrong(input.latitude == null ? '/latitude' : '/longitude', 'point.half', '');
    const lines = await this.readCart.lines(holder);
    // A cart emptied by the same order a moment ago must come as far as its Idempotency-Key.
    if (!lines.length) return { input, phone: phone.e164, place, lines, parts: [], office: null };
    const parts = await this.readCart.quoted(await this.readCart.parts(lines), place.provinceCode, input.paymentMethod);
    await this.requireOffered(input.paymentMethod, parts);
    const office = await this.counters.chosen(parts, input.officeCode, place);
    return { input, phone: phone.e164, place, lines, parts, office: office && { code: office.code, name: office.name } };
  }

  private async requireOffered(method: PaymentMethod, parts: QuotedPart[]): Promise<void> {
    if (method === 'cod' || !parts.length) return;
    const householdIds = parts.map((part) => part.household.id);
    if (!(await this.paymentMethods.offered(householdIds)).includes(method)) throw wrong('/paymentMethod', 'payment.method', method);
  }
}

function wrong(pointer: string, code: 'phone.invalid' | 'place.unknown' | 'point.half' | 'payment.method', detail: string): Error {
  return orderProblem(code, { errors: [{ pointer, code, detail }] });
}
