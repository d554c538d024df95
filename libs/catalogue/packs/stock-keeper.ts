import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Tx } from '@choxa/platform';

/**
 * The port to whoever keeps the true stock (orders provides it). With it, the count given together with a new pack is stock from the same
 * transaction on; without it, the listing's copy is all there is.
 */
export abstract class StockKeeper {
  /** A new pack and how many of it there are. */
  abstract open(tx: Tx, pack: { packId: string; onHand: number }): Promise<void>;
}

/** Tells the stock keeper of this process, if it has one. */
@Injectable()
export class OpeningStock implements OnModuleInit {
  private keeper: StockKeeper | null = null;

  constructor(private readonly modules: ModuleRef) {}

  onModuleInit(): void {
    try {
      this.keeper = this.modules.get(StockKeeper, { strict: false });
    } catch {
      this.keeper = null;
    }
  }

  async open(tx: Tx, pack: { packId: string; onHand: number }): Promise<void> {
    await this.keeper?.open(tx, pack);
  }
}
