import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Tx } from '../database/database.js';

/** Whose data it is about. */
export interface Person {
  accountId: string;
  /** E.164. */
  phone: string;
}

/** Something unfinished for which a person's data are still needed, as it is told to them. */
export interface Obstacle {
  kind: string;
  vi: string;
  en: string;
}

/** What one lib keeps about people. A class that implements it carries `@HoldsPersonalData()` and is found by that. */
export interface PersonalDataHolder {
  /** Its name in the download, e.g. `orders`. */
  readonly part: string;
  /** Everything the lib holds about the person, as they may read it. */
  read(tx: Tx, person: Person): Promise<object>;
  /** What must end before the person's data can go; empty when nothing does. */
  obstacles(tx: Tx, person: Person): Promise<Obstacle[]>;
  /** Removes or pseudonymises it, in whatever sequence the holders are asked. What law keeps, stays; figures must not change. */
  erase(tx: Tx, person: Person): Promise<void>;
}

const HOLDS_PERSONAL_DATA = 'choxa:holds-personal-data';

/** Marks a class as the holder of one lib's personal data. */
export function HoldsPersonalData() {
  return (target: new (...args: never[]) => PersonalDataHolder) => {
    applyDecorators(Injectable(), SetMetadata(HOLDS_PERSONAL_DATA, true))(target);
  };
}

/** Every holder of the running process, so that whoever answers a person need not know the libs. */
@Injectable()
export class PersonalDataHolders {
  constructor(private readonly discovery: DiscoveryService) {}

  all(): PersonalDataHolder[] {
    return this.discovery
      .getProviders()
      .filter(({ metatype, instance }) => metatype && instance && Reflect.hasMetadata(HOLDS_PERSONAL_DATA, metatype))
      .map(({ instance }) => instance as PersonalDataHolder)
      .toSorted((one, other) => one.part.localeCompare(other.part));
  }
}
