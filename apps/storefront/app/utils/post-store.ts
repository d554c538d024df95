import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { QueuedInspection } from '~/types/inspection-work';
import type { OwnDevice, QueuedWork } from '~/types/post-work';

/** Whatever was done on this device without a network. */
export type KeptWork = QueuedWork | QueuedInspection;

interface PostSchema extends DBSchema {
  queue: { key: number; value: KeptWork; indexes: { account: string } };
  devices: { key: string; value: OwnDevice };
}

const NAME = 'choxa-scans';
/** 2: deliveries lie in the queue too; 3: inspections. A page of before would take them for what it knows, so it is not let in any more. */
const VERSION = 3;

/** What waits on this device to be sent, in this browser's own database: it outlives a reload and a dead battery. */
export class PostStore {
  private opened: Promise<IDBPDatabase<PostSchema>> | undefined;

  /** What an account has waiting or refused of these kinds, in the sequence in which it was done. */
  async of<Kind extends KeptWork['kind']>(accountId: string, kinds: readonly Kind[]): Promise<Extract<KeptWork, { kind: Kind }>[]> {
    const all = await (await this.database()).getAllFromIndex('queue', 'account', accountId);
    const own = all.filter((work): work is Extract<KeptWork, { kind: Kind }> => (kinds as readonly string[]).includes(work.kind));
    return own.sort((a, b) => a.seq! - b.seq!);
  }

  /** Answers it with its place in the sequence. Throws where the device has no room left. */
  async add<Work extends KeptWork>(work: Work): Promise<Work> {
    return { ...work, seq: await (await this.database()).add('queue', storable(work)) };
  }

  async put(work: KeptWork): Promise<void> {
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

/** What Vue wraps around an object cannot be stored; pictures it leaves alone. */
function storable<Work extends KeptWork>(work: Work): Work {
  const plain = { ...work, body: JSON.parse(JSON.stringify(work.body)) };
  return 'pictures' in work ? { ...plain, pictures: [...work.pictures] } : plain;
}
