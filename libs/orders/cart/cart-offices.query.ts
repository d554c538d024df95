import { Injectable } from '@nestjs/common';
import { Counters } from '../checkout/counters.js';
import type { CounterOfficeDto } from './cart.dto.js';
import type { CartHolder } from './cart-holder.js';
import { ReadCart } from './read-cart.query.js';

/** Counters at which somebody could fetch what is in the cart. */
@Injectable()
export class CartOffices {
  constructor(
    private readonly readCart: ReadCart,
    private readonly counters: Counters,
  ) {}

  async near(holder: CartHolder, { province, commune }: { province: string; commune?: string }): Promise<CounterOfficeDto[]> {
    const parts = await this.readCart.parts(await this.readCart.lines(holder));
    const offices = await this.counters.of(await this.readCart.quoted(parts, province), {
      provinceCode: province,
      communeCode: commune ?? null,
    });
    return offices.map(({ code, name, communeName }) => ({ code, name, communeName }));
  }
}
