import { FILTER_NAMES } from '../../app/utils/product-query';

/** Longer addresses are nobody's bookmark; their pages are made for the one who asks. */
const LONGEST = 300;

/** Pages that are the same for everybody, below `/` and `/en`, each with the query names that choose what it shows. */
const PUBLIC_PAGES: [path: RegExp, names: readonly string[]][] = [
  [/^\/?$/, ['province']],
  [/^\/san-pham$/, FILTER_NAMES],
  [/^\/san-pham\/[a-z0-9-]+$/, ['toi', 'cursor']],
  [/^\/ho\/[a-z0-9-]+$/, ['cursor']],
  [/^\/(dieu-khoan|quyen-rieng-tu)$/, ['ban']],
  [/^\/(xep-hang|theo-doi|du-lieu-mo)$/, []],
];

/**
 * What a page is kept under when it is one for everybody: its whole address. Undefined for every other request, among them a public path with a
 * query name that is not known here (`?ok=`, a tracking parameter) or stands twice: that page is made for the one visitor who asks.
 *
 * @param url path and query as they were sent
 */
export function publicPageKey(method: string | undefined, url: string | undefined): string | undefined {
  if ((method !== 'GET' && method !== 'HEAD') || !url || url.length > LONGEST) return undefined;
  const [path = '', query = ''] = url.split('?', 2);
  const inVietnamese = path.replace(/^\/en(?=\/|$)/, '');
  const page = PUBLIC_PAGES.find(([pattern]) => pattern.test(inVietnamese));
  if (!page) return undefined;
  const names = [...new URLSearchParams(query).keys()];
  const known = new Set(names).size === names.length && names.every((name) => page[1].includes(name));
  return known ? url : undefined;
}
