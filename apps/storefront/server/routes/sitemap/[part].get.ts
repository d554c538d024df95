import type { SitemapPage } from '../../utils/sitemap';

/** Where the pages of each kind are. */
const FOLDERS: Record<string, string> = { products: '/san-pham', households: '/ho' };
/** Pages that every shop has. */
const OWN: SitemapPage[] = ['/', '/san-pham', '/xep-hang', '/du-lieu-mo', '/dieu-khoan', '/quyen-rieng-tu', '/theo-doi'].map((path) => ({
  path,
}));

/** One part of the sitemap: `pages.xml`, or `products.xml` and `households.xml` from a slug on. */
export default defineEventHandler(async (event) => {
  const kind = /^([a-z]+)\.xml$/.exec(getRouterParam(event, 'part') ?? '')?.[1] ?? '';
  const folder = FOLDERS[kind];
  if (!folder && kind !== 'pages') throw createError({ statusCode: 404 });
  const pages = folder ? await pagesOf(event, kind, folder) : OWN;
  setResponseHeaders(event, { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' });
  return sitemapOf(useRuntimeConfig(event).public.url, pages);
});

async function pagesOf(event: Parameters<typeof publicApi>[0], kind: string, folder: string): Promise<SitemapPage[]> {
  const query = new URLSearchParams({ kind, from: String(getQuery(event).from ?? '') });
  const { data } = await publicApi<{ data: { slug: string; changedAt: string }[] }>(event, `/sitemap/pages?${query}`);
  return data.map(({ slug, changedAt }) => ({ path: `${folder}/${slug}`, changedAt }));
}
