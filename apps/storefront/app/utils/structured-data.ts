import type { Pack, Product } from '~/types/api';

/** A product for search engines (schema.org): its offers in đồng, and its rating only where somebody has rated. */
export function productData(product: Product, origin: string, path: string): object {
  const { name, description, images, brandName, household, packs, rating } = product;
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name,
    url: origin + path,
    ...(description ? { description: description.slice(0, 500) } : {}),
    ...(images.length ? { image: images.map((image) => origin + image.url) } : {}),
    ...(brandName ? { brand: { '@type': 'Brand', name: brandName } } : {}),
    ...(rating
      ? { aggregateRating: { '@type': 'AggregateRating', ratingValue: rating.average, reviewCount: rating.count, bestRating: 5 } }
      : {}),
    offers: packs.map((pack) => offerData(pack, origin + path, product.state === 'published' && !household.closedUntil, household.name)),
  };
}

function offerData(pack: Pack, url: string, onSale: boolean, seller: string): object {
  const open = onSale && pack.inStock && !pack.stopped;
  return {
    '@type': 'Offer',
    url,
    name: pack.netContent,
    price: String(pack.priceVnd),
    priceCurrency: 'VND',
    priceSpecification: {
      '@type': 'UnitPriceSpecification',
      price: String(pack.priceVnd),
      priceCurrency: 'VND',
      unitText: pack.netContent,
    },
    availability: `https://schema.org/${open ? 'InStock' : 'OutOfStock'}`,
    ...(pack.barcode?.kind === 'gtin' ? { gtin: pack.barcode.number } : {}),
    seller: { '@type': 'Organization', name: seller },
  };
}

/** The way to a page, from the home page down; the last is the page itself. */
export function breadcrumbData(origin: string, crumbs: readonly { text: string; path?: string }[]): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ text, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: text,
      ...(path === undefined ? {} : { item: origin + path }),
    })),
  };
}

/** Who runs the site, and how it is searched. */
export function siteData(origin: string, listPath: string): object {
  return {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'Organization', '@id': `${origin}/#to-chuc`, name: 'Chợ Xã', url: origin, logo: `${origin}/favicon.svg` },
      {
        '@type': 'WebSite',
        name: 'Chợ Xã',
        url: origin,
        publisher: { '@id': `${origin}/#to-chuc` },
        potentialAction: {
          '@type': 'SearchAction',
          target: { '@type': 'EntryPoint', urlTemplate: `${origin}${listPath}?q={q}` },
          'query-input': 'required name=q',
        },
      },
    ],
  };
}

/** As text that may stand inside a script element: nothing in it can end the element or begin another. */
export function scriptText(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
