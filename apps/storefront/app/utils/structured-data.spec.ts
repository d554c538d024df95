import type { Product } from '~/types/api';
import { breadcrumbData, productData, scriptText, siteData } from './structured-data.js';

const pack = { netContent: '500 g', priceVnd: 120_000, inStock: true, stopped: false, barcode: { kind: 'gtin', number: '9520000000004' } };
const aProduct = (change: object = {}) =>
  ({
    ...{ name: 'Cà phê', description: '', brandName: null, state: 'published', rating: null },
    ...{ images: [{ url: '/api/v1/images/a-800.webp' }], household: { name: 'Hộ A', closedUntil: null }, packs: [pack] },
    ...change,
  }) as unknown as Product;
const offers = (product: Product) => (productData(product, 'https://a', '/san-pham/x') as { offers: Record<string, unknown>[] }).offers;

describe('structured data', () => {
  it('tells the price in whole đồng, for what it is, and where', () => {
    expect(offers(aProduct())[0]).toMatchObject({
      ...{ price: '120000', priceCurrency: 'VND', availability: 'https://schema.org/InStock', gtin: '9520000000004' },
      ...{ url: 'https://a/san-pham/x', name: '500 g' },
    });
  });

  it.each([
    ['sold out', { packs: [{ ...pack, inStock: false }] }],
    ['stopped', { packs: [{ ...pack, stopped: true }] }],
    ['paused', { state: 'paused' }],
    ['of a household that is closed', { household: { name: 'Hộ A', closedUntil: '2026-12-01' } }],
  ])('calls nothing in stock that is %s', (_what, change) => {
    expect(offers(aProduct(change))[0]!.availability).toBe('https://schema.org/OutOfStock');
  });

  it('gives an internal number for no GTIN, and a rating only where there is one', () => {
    expect(offers(aProduct({ packs: [{ ...pack, barcode: { kind: 'internal', number: '0400000000015' } }] }))[0]).not.toHaveProperty(
      'gtin',
    );
    expect(productData(aProduct(), '', '')).not.toHaveProperty('aggregateRating');
    expect(productData(aProduct({ rating: { average: 4.5, count: 2 } }), '', '')).toMatchObject({ aggregateRating: { reviewCount: 2 } });
  });

  it('cannot leave its script, whatever a household writes', () => {
    const text = scriptText(productData(aProduct({ name: '</script><script>evil()</script><!--' }), '', ''));
    expect(text).not.toContain('<');
    expect((JSON.parse(text) as { name: string }).name).toBe('</script><script>evil()</script><!--');
  });

  it('numbers the crumbs and leaves the page itself without an address', () => {
    expect(breadcrumbData('https://a', [{ text: 'Chợ Xã', path: '/' }, { text: 'Cà phê' }])).toMatchObject({
      itemListElement: [
        { position: 1, item: 'https://a/' },
        { position: 2, name: 'Cà phê' },
      ],
    });
    expect(JSON.stringify(siteData('https://a', '/en/san-pham'))).toContain('https://a/en/san-pham?q={q}');
  });
});
