/** What a page was made from, to be asked again later. */
export interface Made<Page> {
  page: Page;
  /** Whether others may be given it too. */
  store: boolean;
  /** Whether the making broke; a page kept from before is then better. */
  failed: boolean;
  bytes: number;
}

export interface PageMaker<Page> {
  make: (key: string) => Promise<Made<Page>>;
  /** Whether making the page anew would give the same. May throw: then it is made anew. */
  unchanged: (page: Page) => Promise<boolean>;
}

interface Kept<Page> {
  page: Page;
  bytes: number;
  madeAt: number;
  /** When it was last known to be right: the moment before its making, or the last asking, began. */
  checkedAt: number;
}

/** Milliseconds and sizes; see {@link PageStore}. */
export interface Limits {
  freshMs: number;
  aheadMs: number;
  remakeMs: number;
  brokenMs: number;
  entries: number;
  bytes: number;
}

/**
 * Pages that are the same for everybody. One known to be right less than `freshMs` ago is given at once, and from `aheadMs` on it is looked
 * after meanwhile; an older one is first looked after: unchanged, or made anew (and made anew in any case once it is `remakeMs` old). Many who ask
 * for one page at the same time wait for one making. While the making breaks, the last good page is given until it is `brokenMs` old. The pages
 * longest unasked for go first when there are too many.
 */
export class PageStore<Page> {
  private readonly kept = new Map<string, Kept<Page>>();
  private readonly underWay = new Map<string, Promise<Page>>();
  private bytes = 0;

  constructor(
    private readonly maker: PageMaker<Page>,
    private readonly limits: Limits,
    private readonly now: () => number,
  ) {}

  async get(key: string): Promise<Page> {
    const kept = this.kept.get(key);
    const age = kept ? this.now() - kept.checkedAt : Infinity;
    if (!kept || age >= this.limits.freshMs) return this.lookAfter(key);
    this.kept.delete(key);
    this.kept.set(key, kept); // the last of a Map is the one asked for last
    if (age >= this.limits.aheadMs) this.lookAfter(key).catch(() => {}); // who asks next hears of it
    return kept.page;
  }

  get size(): { entries: number; bytes: number } {
    return { entries: this.kept.size, bytes: this.bytes };
  }

  private lookAfter(key: string): Promise<Page> {
    const already = this.underWay.get(key);
    if (already) return already;
    const work = this.renewed(key).finally(() => this.underWay.delete(key));
    this.underWay.set(key, work);
    return work;
  }

  private async renewed(key: string): Promise<Page> {
    const began = this.now();
    const kept = this.kept.get(key);
    if (kept && began - kept.madeAt < this.limits.remakeMs && (await this.maker.unchanged(kept.page).catch(() => false))) {
      kept.checkedAt = began;
      return kept.page;
    }
    const made = await this.maker.make(key);
    if (made.failed && kept && began - kept.checkedAt < this.limits.brokenMs) return kept.page;
    this.drop(key);
    if (made.store) this.keep(key, { page: made.page, bytes: made.bytes, madeAt: began, checkedAt: began });
    return made.page;
  }

  private keep(key: string, page: Kept<Page>): void {
    this.kept.set(key, page);
    this.bytes += page.bytes;
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.limits.entries && this.bytes <= this.limits.bytes) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.bytes -= this.kept.get(key)?.bytes ?? 0;
    this.kept.delete(key);
  }
}
