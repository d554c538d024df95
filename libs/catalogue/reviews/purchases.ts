import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { platformProblem, type Actor, type Tx } from '@choxa/platform';

/** Who asks about an order: the account that placed it, or whoever holds its access key. */
export interface Buyer {
  actor: Actor | null;
  orderNumber: string;
  key?: string | undefined;
}

/** A line of an order that reached its buyer and was kept: it gives the right to one review. */
export interface Purchase {
  lineId: string;
  productId: string;
  householdId: string;
  productName: string;
  slug: string;
  netContent: string;
  /** Address of a small picture. */
  image: string | null;
  /** Who ordered; null for a guest. */
  accountId: string | null;
  /** The whole name as given at checkout. */
  buyerName: string;
  /** E.164. */
  buyerPhone: string;
}

/** The port to whoever knows what was bought (orders provides it). */
export abstract class Purchases {
  /** The delivered and kept lines of an order, in their sequence. Throws `not-found` alike for a wrong number, a wrong key and another's order. */
  abstract ofOrder(tx: Tx, buyer: Buyer): Promise<Purchase[]>;
}

/** What a buyer may speak about. In a process without orders nobody has bought anything. */
@Injectable()
export class ReviewRights implements OnModuleInit {
  private purchases: Purchases | null = null;

  constructor(private readonly modules: ModuleRef) {}

  onModuleInit(): void {
    try {
      this.purchases = this.modules.get(Purchases, { strict: false });
    } catch {
      this.purchases = null;
    }
  }

  /** As the port's. */
  async ofOrder(tx: Tx, buyer: Buyer): Promise<Purchase[]> {
    if (!this.purchases) throw platformProblem('not-found');
    return this.purchases.ofOrder(tx, buyer);
  }

  /** Throws `not-found`, also for a line that has not arrived or was sent back. */
  async ofLine(tx: Tx, buyer: Buyer, lineId: string): Promise<Purchase> {
    const purchase = (await this.ofOrder(tx, buyer)).find((one) => one.lineId === lineId);
    if (!purchase) throw platformProblem('not-found');
    return purchase;
  }
}
