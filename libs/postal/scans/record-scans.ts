import { Injectable } from '@nestjs/common';
import { Actor, Clock, idempotent, type Tx } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { NO_HELLO, sendingDevice, type DeviceHello, type ScanSender } from '../devices/sending-device.js';
import { Offices, staffOffices, type StaffOffice } from '../offices/offices.query.js';
import { judgeScans, type ScanOutcome } from './judge-scans.rules.js';
import { MoveParcels } from './move-parcels.js';
import type { KeptStanding } from './fold.rules.js';
import { lockParcels, type LockedParcel } from './parcels-to-move.js';
import { continued, readScan, type ReadScan, type SentScan } from './scan-intake.rules.js';
import { addScans, knownIds, scansOf, type StoredScan } from './stored-scans.js';

export interface ScanResult extends ScanOutcome {
  id: string;
}

/**
 * Takes a batch of scans from a device: each is kept once, a repeat says so, a wrong one is refused with its reason and does not stop
 * the others. Answers JSON `{"results":[…]}` in the sequence of the batch; the same key again answers the same text.
 */
@Injectable()
export class RecordScans {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly moveParcels: MoveParcels,
  ) {}

  /** @throws Problem `device.unknown`, `device.revoked`, `device.locked` */
  async run(actor: Actor, scans: SentScan[], key: string, hello: DeviceHello = NO_HELLO): Promise<string> {
    const now = this.clock.now();
    const offices = await this.offices.byIds(staffOffices(actor));
    const request = { owner: actor.accountId, route: 'postal.scans', key, body: scans };
    return this.db.transaction(async (tx) => {
      const sender = await sendingDevice(tx, actor, hello, now);
      return idempotent(tx, request, now, async () => ({ results: await this.record(tx, actor, scans, offices, now, sender) }));
    });
  }

  /** The same in a transaction of the caller's; `offices` are the actor's. */
  async record(
    tx: Tx,
    actor: Actor,
    sent: readonly SentScan[],
    offices: StaffOffice[],
    now: Date,
    sender: ScanSender = { deviceId: null, clockOffsetMs: 0 },
  ): Promise<ScanResult[]> {
    const reading = { ...sender, offices, clerkOf: staffOffices(actor, 'clerk') };
    const read = sent.map((scan) => readScan(scan, reading, now));
    const readable = read.filter((scan): scan is ReadScan => typeof scan !== 'string');
    const numbers = [...new Set(readable.map((scan) => scan.parcelNumber))];
    const operatorOf = new Map(offices.map((office) => [office.id, office.operatorId]));
    const locked = await lockParcels(tx, numbers, 'operator', [...new Set(operatorOf.values())]);
    const parcels = new Map(locked.map((parcel) => [parcel.number, parcel]));
    const kept = await this.continuedBy(tx, readable, locked);
    const scans = await scansOf(
      tx,
      locked.filter(({ number }) => !kept.has(number)),
    );
    const keep = (scan: ReadScan): StoredScan => ({ ...scan, recordedAt: now, actorId: actor.accountId });
    const { outcomes, added } = judgeScans(readable, { parcels, scans, kept, operatorOf }, keep);

    const ids = await addScans(tx, added);
    for (const scan of readable)
      if (outcomes.get(scan)!.outcome === 'accepted' && !ids.has(scan.id))
        outcomes.set(scan, { outcome: 'rejected', code: 'scan.id-reused' });
    const moving = Map.groupBy(
      added.filter(({ id }) => ids.has(id)),
      (scan) => scan.parcelNumber,
    );
    for (const [number, more] of moving) scans.set(number, [...(scans.get(number) ?? []), ...more]);
    await this.moveParcels.run(
      tx,
      actor,
      [...moving.keys()].map((number) => parcels.get(number)!),
      null,
      { scans, kept },
    );
    return read.map((scan, index) => ({
      id: sent[index]!.id,
      ...(typeof scan === 'string' ? { outcome: 'rejected' as const, code: scan } : outcomes.get(scan)!),
    }));
  }

  /** Of the locked parcels that these scans do no more than continue, what is kept: as good as all their scans, and there already. */
  private async continuedBy(tx: Tx, scans: readonly ReadScan[], locked: readonly LockedParcel[]): Promise<Map<string, KeptStanding>> {
    const known = await knownIds(
      tx,
      scans.map(({ id }) => id),
    );
    const ofParcel = Map.groupBy(scans, (scan) => scan.parcelNumber);
    const kept = new Map<string, KeptStanding>();
    for (const parcel of locked) {
      const more = ofParcel.get(parcel.number)!;
      const standing = more.some(({ id }) => known.has(id)) ? null : continued(parcel, more);
      if (standing) kept.set(parcel.number, standing);
    }
    return kept;
  }
}
