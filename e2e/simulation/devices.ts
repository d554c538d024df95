import type { Chance } from './chance.js';
import { DAY, HOUR, type PlannedScan } from './month-plan.js';

/** Per thousand scans or devices. */
const LOST = 20;
const SENT_TWICE = 30;
const OFFLINE = 50;
const WRONG_CLOCKS = 30;
const CLOCK_OFF_BY = 2 * DAY;
const DEVICES_OF_AN_OFFICE = 4;
/** What nobody notices when it is missing: a decision at the desk is not among them. */
const MAY_BE_LOST = new Set(['EDD', 'EDE', 'EMG', 'EDF', 'EDG']);

type Seen = Omit<PlannedScan, 'at' | 'id' | 'device' | 'eventAt'>;

/** The devices of all offices: what they send of what was seen, with which time, when and how often. */
export class Devices {
  readonly sent: PlannedScan[] = [];
  /** How far ahead its clock is, per device. Minutes. */
  private readonly clocks = new Map<string, number>();

  constructor(private readonly chance: Chance) {}

  /** Somebody scans a parcel at `at`. */
  see(at: number, seen: Seen): void {
    const { chance } = this;
    if (MAY_BE_LOST.has(seen.code) && chance.happens(LOST)) return;
    const device = `${seen.officeId.slice(0, 8)}-${chance.between(1, DEVICES_OF_AN_OFFICE)}`;
    const scan = { ...seen, id: chance.uuid(), device, eventAt: at + this.clockOf(device) };
    // A decision at the desk is made online; what is seen on the way is sent with the hour's others, or when there is a network again.
    const delay = MAY_BE_LOST.has(seen.code) && chance.happens(OFFLINE) ? chance.between(2, 30) * HOUR : 0;
    const sentAt = MAY_BE_LOST.has(seen.code) ? Math.ceil((at + delay + 1) / HOUR) * HOUR : at;
    this.sent.push({ ...scan, at: sentAt });
    if (chance.happens(SENT_TWICE)) this.sent.push({ ...scan, at: sentAt + chance.between(1, 5) * HOUR });
  }

  private clockOf(device: string): number {
    const known = this.clocks.get(device);
    if (known !== undefined) return known;
    const off = this.chance.happens(WRONG_CLOCKS) ? this.chance.between(-CLOCK_OFF_BY, CLOCK_OFF_BY) : 0;
    this.clocks.set(device, off);
    return off;
  }
}
