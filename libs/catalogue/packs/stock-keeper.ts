import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Tx } from '@choxa/platform';
import { Listings } from '../listing/listings.js';

/** A pack and how many of it there are. */
export interface PackCount {
  packId: string;
  onHand: number;
}

/**
 * The port to whoever keeps the true stock (orders provides it). With it, the count given together with a new pack is stock from the same
 * transaction on; without it, the listing's copy is all there is.
 */
export abstract class StockKeeper {
  /** Packs and how many of each there are, each at most once; the count told last holds. */
  abstract open(tx: Tx, packs: readonly PackCount[]): Promise<void>;
}

/** What a pack begins with: told to the stock keeper of this process, if it has one, and to the listing. */
@Injectable()
export class OpeningStock implements OnModuleInit {
  private keeper: StockKeeper | null = null;

  constructor(
    private readonly modules: ModuleRef,
    private readonly listings: Listings,
  ) {}

  onModuleInit(): void {
    try {
      this.keeper = this.modules.get(StockKeeper, { strict: false });
    } catch {
      this.keeper = null;
    }
  }

  /** After the packs have their listing. */
  async open(tx: Tx, packs: readonly PackCount[]): Promise<void> {
    await this.keeper?.open(tx, packs);
    await this.listings.setOnHand(tx, packs);
  }
}
