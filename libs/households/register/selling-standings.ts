import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Tx } from '@choxa/platform';

/** How a household sells. */
export interface SellingStanding {
  /** Products anybody can find now. */
  publishedProducts: number;
  /** Local day of the newest order it did not lose, `YYYY-MM-DD`; null before the first. */
  lastOrderedOn: string | null;
}

/** The port to whoever knows what households offer and sell (orders provides it). */
export abstract class SellingStandings {
  /** By household; one that is missing offers and sells nothing. */
  abstract of(tx: Tx, householdIds: readonly string[]): Promise<Map<string, SellingStanding>>;
}

/** The port as this lib asks it. In a process without orders nobody sells anything. */
@Injectable()
export class KnownStandings implements OnModuleInit {
  private standings: SellingStandings | null = null;

  constructor(private readonly modules: ModuleRef) {}

  onModuleInit(): void {
    try {
      this.standings = this.modules.get(SellingStandings, { strict: false });
    } catch {
      this.standings = null;
    }
  }

  /** As the port's. */
  async of(tx: Tx, householdIds: readonly string[]): Promise<Map<string, SellingStanding>> {
    return this.standings ? this.standings.of(tx, householdIds) : new Map();
  }
}
