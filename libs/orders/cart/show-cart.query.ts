import { Injectable } from '@nestjs/common';
import { PaymentMethods } from '../payments/payment-methods.js';
import type { CartDto } from './cart.dto.js';
import type { CartHolder } from './cart-holder.js';
import { toCartDto } from './cart.mapper.js';
import { ReadCart } from './read-cart.query.js';

/** The cart as a shopper sees it. */
@Injectable()
export class ShowCart {
  constructor(
    private readonly readCart: ReadCart,
    private readonly paymentMethods: PaymentMethods,
  ) {}

  /** `province`: where postage is quoted to; without one it is not. */
  async run(holder: CartHolder, province: string | null): Promise<CartDto> {
    const lines = await this.readCart.lines(holder);
    const parts = await this.readCart.quoted(await this.readCart.parts(lines), province);
    const householdIds = parts.map((part) => part.household.id);
    const methods = parts.length ? await this.paymentMethods.offered(householdIds) : [];
    return toCartDto(lines, parts, methods);
  }
}
