interface Part {
  kind: string;
  from: string;
}

/** Names the parts: the shop's own pages, products and households. */
export default defineEventHandler(async (event) => {
  const { data } = await publicApi<{ data: Part[] }>(event, '/sitemap');
  const { url } = useRuntimeConfig(event).public;
  setResponseHeaders(event, { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' });
  const parts = data.map(({ kind, from }) => `${url}/sitemap/${kind}.xml?${new URLSearchParams({ from })}`);
  return sitemapIndex([`${url}/sitemap/pages.xml`, ...parts]);
});
