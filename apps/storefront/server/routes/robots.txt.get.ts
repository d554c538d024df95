/** What is one visitor's, a desk's, or leads nowhere for a reader. */
const PRIVATE = [
  '/gio-hang',
  '/thanh-toan',
  '/don-hang',
  '/dang-nhap',
  '/tai-khoan',
  '/hop-thu-demo',
  '/bao-cao',
  '/ban-hang',
  '/buu-cuc',
  '/giam-sat',
];

export default defineEventHandler((event) => {
  setResponseHeaders(event, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' });
  return [
    'User-agent: *',
    'Allow: /api/v1/images/',
    'Disallow: /api/',
    'Disallow: /gui/',
    ...PRIVATE.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`]),
    `Sitemap: ${useRuntimeConfig(event).public.url}/sitemap.xml`,
    '',
  ].join('\n');
});
