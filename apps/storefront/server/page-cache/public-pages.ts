import { createHash } from 'node:crypto';
import { packed, type Packing } from './packing';
import { PageStore, type Limits, type Made } from './page-store';
import { publicPageKey } from './public-page';

/** An answer of the API that a page is made of. */
export interface ApiAnswer {
  /** 0 when nothing came. */
  status: number;
  text: string;
}
/** Reads the API in nobody's name, in a language. */
export type Ask = (url: string, language: string) => Promise<ApiAnswer>;

/** A request of a visitor, as far as a public page may know it. */
export interface PageRequest {
  method?: string;
  url?: string;
  headers: Record<string, string | string[] | undefined>;
}

export interface PageAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer | null;
}

/** What a public page is made with: the application itself, asked for a page in nobody's name (it asks the API as it is told); and the API. */
export interface PageSource {
  render: (url: string, headers: Record<string, string>, ask: Ask) => Promise<Response>;
  ask: Ask;
}

interface Page {
  status: number;
  headers: Record<string, string>;
  html: Buffer;
  packings: Map<Packing, Promise<Buffer>>;
  reads: { url: string; language: string; digest: string }[];
}

/** An answer that every page shows; it changes by decree, and a page made anew in time shows that. */
const OF_ALL_PAGES = /\/places\/provinces$/;

const KEPT_HEADERS = ['content-type', 'content-security-policy', 'location'];
const LIMITS: Limits = {
  // A product that is sold out, recalled or taken down is shown so within this time; the cart knows at once.
  freshMs: 10_000,
  aheadMs: 8_000,
  // What a page says of the day ("closed until", "valid until") is said anew at least this often.
  remakeMs: 300_000,
  brokenMs: 60_000,
  entries: 4_000,
  bytes: 128 * 1024 * 1024,
};

/**
 * Answers requests for pages that are the same for everybody from a store. Such a page is rendered in nobody's name: nothing of the visitor's
 * request but the address goes in, so that it cannot hold anything of the visitor.
 */
export class PublicPages {
  private readonly store: PageStore<Page>;
  private readonly ofAllPages = new Map<string, { answer: ApiAnswer; askedAt: number }>();

  constructor(
    private readonly source: PageSource,
    private readonly now: () => number,
    private readonly limits = LIMITS,
  ) {
    this.store = new PageStore<Page>({ make: (key) => this.make(key), unchanged: (page) => this.unchanged(page) }, limits, now);
  }

  /** Undefined when the page is not one for everybody. */
  async answer(request: PageRequest): Promise<PageAnswer | undefined> {
    const key = publicPageKey(request.method, request.url);
    return key === undefined ? undefined : answerWith(await this.store.get(key), request);
  }

  private async make(key: string): Promise<Made<Page>> {
    const reads: Page['reads'] = [];
    let broken = false;
    const ask: Ask = async (url, language) => {
      const read = OF_ALL_PAGES.test(url) ? await this.askForAll(url, language) : await this.ask(url, language);
      broken ||= read.status === 0 || read.status >= 500;
      if (!OF_ALL_PAGES.test(url)) reads.push({ url, language, digest: digestOf(read) });
      return read;
    };
    const answer = await this.source.render(key, { accept: 'text/html' }, ask);
    const html = Buffer.from(await answer.arrayBuffer());
    const headers = Object.fromEntries(
      KEPT_HEADERS.flatMap((name) => (answer.headers.has(name) ? [[name, answer.headers.get(name)!]] : [])),
    );
    const store = answer.status === 200 && !broken && !answer.headers.has('set-cookie');
    if (store) headers.etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 27)}"`;
    const page: Page = {
      status: answer.status,
      headers: { ...headers, 'cache-control': store ? 'public, max-age=0, must-revalidate' : 'no-store', vary: 'Accept-Encoding' },
      html,
      packings: new Map(),
      reads,
    };
    // Packed forms are made when first wanted; together they are smaller than the page.
    return { page, store, failed: answer.status >= 500, bytes: html.length * 2 };
  }

  /** Whether the API still says all that the page was made of. */
  private async unchanged({ reads }: Page): Promise<boolean> {
    const same = reads.map(async ({ url, language, digest }) => digestOf(await this.ask(url, language)) === digest);
    return (await Promise.all(same)).every(Boolean);
  }

  private ask(url: string, language: string): Promise<ApiAnswer> {
    return this.source.ask(url, language).catch(() => ({ status: 0, text: '' }));
  }

  /** Asked for again only when it is as old as a page may get before it is made anew. */
  private async askForAll(url: string, language: string): Promise<ApiAnswer> {
    const key = `${language} ${url}`;
    const known = this.ofAllPages.get(key);
    const askedAt = this.now();
    if (known && askedAt - known.askedAt < this.limits.remakeMs) return known.answer;
    const answer = await this.ask(url, language);
    if (answer.status === 200) this.ofAllPages.set(key, { answer, askedAt });
    return answer;
  }
}

/** A refusal has another request's number in it each time: only its status counts. */
function digestOf({ status, text }: ApiAnswer): string {
  return status < 300 ? createHash('sha256').update(text).digest('base64') : String(status);
}

async function answerWith(page: Page, { method, headers: asked }: PageRequest): Promise<PageAnswer> {
  const { status, headers, html, packings } = page;
  const known = String(asked['if-none-match'] ?? '').split(/\s*,\s*/);
  if (headers.etag && known.includes(headers.etag)) return { status: 304, headers, body: null };
  const { packing, body } = await packed(html, String(asked['accept-encoding'] ?? ''), packings);
  const all = { ...headers, 'content-length': String(body.length), ...(packing ? { 'content-encoding': packing } : {}) };
  return { status, headers: all, body: method === 'HEAD' ? null : body };
}
