import { sitemapIndex, sitemapOf } from './sitemap.js';

describe('sitemap', () => {
  it('names each page in both languages, and in each the other', () => {
    const xml = sitemapOf('https://choxa.vn', [{ path: '/' }, { path: '/san-pham/ca-phe', changedAt: '2026-11-16T02:00:00.000Z' }]);
    expect([...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1])).toEqual([
      'https://choxa.vn/',
      'https://choxa.vn/en',
      'https://choxa.vn/san-pham/ca-phe',
      'https://choxa.vn/en/san-pham/ca-phe',
    ]);
    expect(xml.match(/hreflang="en" href="https:\/\/choxa\.vn\/en\/san-pham\/ca-phe"/g)).toHaveLength(2);
    expect(xml.match(/<lastmod>2026-11-16T02:00:00\.000Z<\/lastmod>/g)).toHaveLength(2);
  });

  it('is well-formed whatever stands in an address', () => {
    expect(sitemapIndex([`https://a/x?a=1&b="<'`])).toContain('<loc>https://a/x?a=1&amp;b=&quot;&lt;&apos;</loc>');
  });
});
