import type { Chance } from './chance.js';
import type { Devices } from './devices.js';
import { DAY, HOUR, type PlannedParcel } from './month-plan.js';
import type { Nation } from './nation.js';

/** Lorries go four times a day; a leg takes no longer than to the next but one. */
const LORRIES_EVERY = 6 * HOUR;
const LEG = 3 * HOUR;
const SORTING = 2 * HOUR;
/** Per thousand parcels. */
const STRAYS = 10;

/** Carries parcels between offices: what is seen of them, and when they arrive. */
export class Transport {
  constructor(
    private readonly nation: Nation,
    private readonly devices: Devices,
    private readonly chance: Chance,
  ) {}

  /** To the delivery office; when it is there, or null when it is stolen on the way. Now and then another office gets it first. */
  forth(parcel: PlannedParcel, handedOverAt: number): number | null {
    const { from, to } = parcel;
    if (!this.chance.happens(STRAYS) || parcel.fate === 'stolen') return this.carry(parcel, from.id, to.id, handedOverAt);
    const wrong = this.chance.pick(this.nation.deliveryOffices);
    const there = this.carry(parcel, from.id, wrong.id, handedOverAt)!;
    if (wrong.id === to.id) return there;
    this.devices.see(there + DAY / 2, { parcel, code: 'EDE', officeId: wrong.id });
    return this.carry(parcel, wrong.id, to.id, there + DAY / 2);
  }

  /** Back to where it was handed over; when it is there. */
  back(parcel: PlannedParcel, sentBackAt: number): number {
    return this.carry({ ...parcel, fate: 'carried' }, parcel.to.id, parcel.from.id, sentBackAt)!;
  }

  private carry(parcel: PlannedParcel, from: string, to: string, leftAt: number): number | null {
    const way = this.nation.path(from, to).slice(1);
    const stolenBefore = parcel.fate === 'stolen' ? this.chance.between(0, way.length - 1) : way.length;
    let at = leftAt;
    for (const [index, officeId] of way.entries()) {
      if (index === stolenBefore) return null;
      at = Math.ceil((at + LEG) / LORRIES_EVERY) * LORRIES_EVERY;
      if (index === way.length - 1) {
        this.devices.see(at, { parcel, code: 'EMG', officeId });
        return at;
      }
      this.devices.see(at, { parcel, code: 'EDD', officeId });
      this.devices.see(at + SORTING, { parcel, code: 'EDE', officeId });
      at += SORTING;
    }
    return at;
  }
}
