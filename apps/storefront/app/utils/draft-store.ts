import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { DraftTexts, ProductDraft } from '~/types/draft';

interface DraftSchema extends DBSchema {
  drafts: { key: string; value: DraftTexts; indexes: { account: string } };
  photos: { key: string; value: Blob };
}

const NAME = 'choxa-drafts';
const VERSION = 1;

/**
 * Drafts of products in this browser's own database: they outlive a reload, a closed browser and a dead battery. Photos lie apart, so that
 * a letter more in a name does not write a photo again.
 */
export class DraftStore {
  private opened: Promise<IDBPDatabase<DraftSchema>> | undefined;

  /** An account's drafts, oldest first: the order in which they are sent. */
  async of(accountId: string): Promise<ProductDraft[]> {
    const database = await this.database();
    const drafts = await database.getAllFromIndex('drafts', 'account', accountId);
    const whole = drafts.map(async (draft) => ({ ...draft, photo: (await database.get('photos', draft.id)) ?? null }));
    return (await Promise.all(whole)).sort((a, b) => a.createdAt - b.createdAt);
  }

  async putTexts(texts: DraftTexts): Promise<void> {
    await (await this.database()).put('drafts', texts);
  }

  async putPhoto(id: string, photo: Blob): Promise<void> {
    await (await this.database()).put('photos', photo, id);
  }

  async removePhoto(id: string): Promise<void> {
    await (await this.database()).delete('photos', id);
  }

  async remove(id: string): Promise<void> {
    await this.removePhoto(id);
    await (await this.database()).delete('drafts', id);
  }

  private database(): Promise<IDBPDatabase<DraftSchema>> {
    this.opened ??= openDB<DraftSchema>(NAME, VERSION, {
      upgrade(database) {
        database.createObjectStore('drafts', { keyPath: 'id' }).createIndex('account', 'accountId');
        database.createObjectStore('photos');
      },
    });
    return this.opened;
  }
}
