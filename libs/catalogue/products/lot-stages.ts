import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { PlaceDto } from '@choxa/places';

/** Something that happened to the lot a product is sold from. */
export interface LotStage {
  step: string;
  /** RFC 3339 with the offset of Vietnam. */
  occurredAt: string;
  place: PlaceDto | null;
  note: string | null;
}

/** The port to whoever knows how a lot came about (labelling provides it). */
export abstract class LotStages {
  /** In the order they happened, without those that were declared wrong. Empty for a code that leads nowhere. */
  abstract ofTraceCode(traceCode: string): Promise<LotStage[]>;
}

/** What a product's page tells of its lot. In a process without labelling there are no lots. */
@Injectable()
export class StagesOfLots implements OnModuleInit {
  private stages: LotStages | null = null;

  constructor(private readonly modules: ModuleRef) {}

  onModuleInit(): void {
    try {
      this.stages = this.modules.get(LotStages, { strict: false });
    } catch {
      this.stages = null;
    }
  }

  async ofTraceCode(traceCode: string | undefined): Promise<LotStage[]> {
    return traceCode && this.stages ? this.stages.ofTraceCode(traceCode) : [];
  }
}
