export interface SitemapPage {
  /** Path in Vietnamese; the English one has `/en` in front. */
  path: string;
  /** RFC 3339; undefined where nobody says. */
  changedAt?: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The file that names the others (sitemaps.org). */
export function sitemapIndex(addresses: readonly string[]): string {
  const entries = addresses.map((address) => `<sitemap><loc>${escaped(address)}</loc></sitemap>`);
  return `${HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</sitemapindex>\n`;
}

/** Pages in both languages, each naming the other. @param origin where the shop is seen, without a slash at the end */
export function sitemapOf(origin: string, pages: readonly SitemapPage[]): string {
  const entries = pages.flatMap(({ path, changedAt }) => {
    const [vi, en] = [escaped(origin + path), escaped(`${origin}/en${path === '/' ? '' : path}`)];
    const others =
      `<xhtml:link rel="alternate" hreflang="vi" href="${vi}"/><xhtml:link rel="alternate" hreflang="en" href="${en}"/>` +
      `<xhtml:link rel="alternate" hreflang="x-default" href="${vi}"/>`;
    const changed = changedAt ? `<lastmod>${escaped(changedAt)}</lastmod>` : '';
    return [vi, en].map((address) => `<url><loc>${address}</loc>${changed}${others}</url>`);
  });
  return `${HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.join('')}</urlset>\n`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);
}
