import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { OwnDevice, QueuedScan } from '~/types/scan';

interface ScanSchema extends DBSchema {
  queue: { key: number; value: QueuedScan; indexes: { account: string } };
  devices: { key: string; value: OwnDevice };
}

const NAME = 'choxa-scans';
const VERSION = 1;

/** What waits on this device to be sent to the post, in this browser's own database: it outlives a reload and a dead battery. */
export class ScanStore {
  private opened: Promise<IDBPDatabase<ScanSchema>> | undefined;

  /** What an account has waiting or refused, in the sequence in which it was done. */
  async of(accountId: string): Promise<QueuedScan[]> {
    const all = await (await this.database()).getAllFromIndex('queue', 'account', accountId);
    return all.sort((a, b) => a.seq! - b.seq!);
  }

  /** Answers it with its place in the sequence. Throws where the device has no room left. */
  async add(scan: QueuedScan): Promise<QueuedScan> {
    return { ...scan, seq: await (await this.database()).add('queue', scan) };
  }

  async put(scan: QueuedScan): Promise<void> {
    await (await this.database()).put('queue', scan);
  }

  async remove(seqs: number[]): Promise<void> {
    const tx = (await this.database()).transaction('queue', 'readwrite');
    await Promise.all([...seqs.map((seq) => tx.store.delete(seq)), tx.done]);
  }

  async device(accountId: string): Promise<OwnDevice | undefined> {
    return (await this.database()).get('devices', accountId);
  }

  async keepDevice(device: OwnDevice): Promise<void> {
    await (await this.database()).put('devices', device);
  }

  async dropDevice(accountId: string): Promise<void> {
    await (await this.database()).delete('devices', accountId);
  }

  private database(): Promise<IDBPDatabase<ScanSchema>> {
    this.opened ??= openDB<ScanSchema>(NAME, VERSION, {
      upgrade(database) {
        database.createObjectStore('queue', { keyPath: 'seq', autoIncrement: true }).createIndex('account', 'accountId');
        database.createObjectStore('devices', { keyPath: 'accountId' });
      },
      // A page of a newer version wants to change the database: make way, and open it anew when it is needed.
      blocking: (_, __, event) => {
        (event.target as IDBDatabase).close();
        this.opened = undefined;
      },
      terminated: () => (this.opened = undefined),
    });
    return this.opened;
  }
}
