import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { OwnDevice, QueuedWork } from '~/types/post-work';

interface PostSchema extends DBSchema {
  queue: { key: number; value: QueuedWork; indexes: { account: string } };
  devices: { key: string; value: OwnDevice };
}

const NAME = 'choxa-scans';
/** 2: deliveries lie in the queue too. A page of before would take them for scans, so it is not let in any more. */
const VERSION = 2;

/** What waits on this device to be sent to the post, in this browser's own database: it outlives a reload and a dead battery. */
export class PostStore {
  private opened: Promise<IDBPDatabase<PostSchema>> | undefined;

  /** What an account has waiting or refused, in the sequence in which it was done. */
  async of(accountId: string): Promise<QueuedWork[]> {
    const all = await (await this.database()).getAllFromIndex('queue', 'account', accountId);
    return all.sort((a, b) => a.seq! - b.seq!);
  }

  /** Answers it with its place in the sequence. Throws where the device has no room left. */
  async add(work: QueuedWork): Promise<QueuedWork> {
    return { ...work, seq: await (await this.database()).add('queue', storable(work)) };
  }

  async put(work: QueuedWork): Promise<void> {
    await (await this.database()).put('queue', storable(work));
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

  private database(): Promise<IDBPDatabase<PostSchema>> {
    this.opened ??= openDB<PostSchema>(NAME, VERSION, {
      upgrade(database, before) {
        if (before) return;
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

/** What Vue wraps around an object cannot be stored; a picture it leaves alone. */
function storable(work: QueuedWork): QueuedWork {
  return { ...work, body: JSON.parse(JSON.stringify(work.body)) } as QueuedWork;
}
