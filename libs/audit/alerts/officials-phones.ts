import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { OfficialsRegister } from '@choxa/platform';

/** Whom to tell about a place; nobody in a process that does not know people. */
@Injectable()
export class OfficialsPhones implements OnModuleInit {
  private register: OfficialsRegister | null = null;

  constructor(private readonly modules: ModuleRef) {}

  onModuleInit(): void {
    try {
      this.register = this.modules.get(OfficialsRegister, { strict: false });
    } catch {
      this.register = null;
    }
  }

  async of(placeKind: 'nation' | 'province', placeCode: string): Promise<string[]> {
    return this.register ? this.register.phones(placeKind, placeCode) : [];
  }
}
