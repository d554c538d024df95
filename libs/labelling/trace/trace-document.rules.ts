import { buildDigitalLink } from '@choxa/standards';
import { traceLink } from './trace-link.rules.js';
import type { TraceDto, TraceLinkDto } from './trace.dto.js';

type Json = Readonly<Record<string, unknown>>;

/** The address that stands for what was asked: the Digital Link of a licensed number, else our own of the lot or number. */
export function traceAddress(publicUrl: string, { barcode, lot, serial }: TraceDto): string {
  if (barcode?.kind === 'gtin') return buildDigitalLink(publicUrl, { gtin: barcode.digits, lot: lot?.code, serial: serial ?? undefined });
  return traceLink(publicUrl, lot?.traceCode ?? barcode?.digits ?? '');
}

/** A trace page as linked data in the words of schema.org and of GS1's Web Vocabulary. To commune level only, like the page. */
export function traceDocument(publicUrl: string, trace: TraceDto): Json {
  const { product, producer, barcode, lot, recall } = trace;
  return {
    '@context': { '@vocab': 'https://schema.org/', gs1: 'https://ref.gs1.org/voc/', choxa: `${publicUrl}/epcis#` },
    '@id': traceAddress(publicUrl, trace),
    '@type': ['Product', 'gs1:Product'],
    name: product.name,
    ...(product.image ? { image: publicUrl + product.image.url } : {}),
    ...(product.slug ? { url: `${publicUrl}/san-pham/${product.slug}` } : {}),
    ...(trace.brandName ? { brand: { '@type': 'Brand', name: trace.brandName } } : {}),
    ...(barcode?.kind === 'gtin' ? { gtin: barcode.digits } : {}),
    ...(barcode?.kind === 'internal' ? { 'choxa:internalNumber': barcode.digits } : {}),
    manufacturer: {
      '@type': 'Organization',
      name: producer.name,
      address: {
        '@type': 'PostalAddress',
        addressLocality: producer.communeName,
        addressRegion: producer.provinceName,
        addressCountry: 'VN',
      },
    },
    ...(lot
      ? {
          'gs1:hasBatchLotNumber': lot.code,
          productionDate: lot.producedOn,
          ...(lot.expiresOn ? { 'gs1:expirationDate': lot.expiresOn } : {}),
          'choxa:traceCode': lot.traceCode,
          'choxa:producedKind': lot.producedKind,
          ...(lot.place ? { 'choxa:placeOfProduction': place(publicUrl, lot.place) } : {}),
        }
      : {}),
    ...(trace.standards ? { 'choxa:standards': trace.standards } : {}),
    ...(trace.shelfLifeDays ? { 'choxa:shelfLifeDays': trace.shelfLifeDays } : {}),
    'choxa:status': trace.status,
    'choxa:labelLevel': trace.label.level,
    ...(recall ? { 'choxa:recall': { reason: recall.reason, scope: recall.scope, note: recall.note, since: recall.recalledAt } } : {}),
    'choxa:steps': trace.events.map((step) => ({
      step: step.step,
      startDate: step.occurredAt,
      ...(step.place ? { location: place(publicUrl, step.place) } : {}),
      ...(step.note ? { description: step.note } : {}),
      ...(step.correction ? { 'choxa:declaredWrong': step.correction.reason } : {}),
    })),
    'choxa:madeFrom': trace.inputs.map((input) => link(publicUrl, input)),
    'choxa:madeInto': trace.outputs.map((output) => link(publicUrl, output)),
  };
}

/** What there is to know of the thing, as a linkset (RFC 9264) with GS1's link types. */
export function traceLinkset(publicUrl: string, trace: TraceDto): Json {
  const anchor = traceAddress(publicUrl, trace);
  const page = { href: anchor, title: trace.product.name, type: 'text/html', hreflang: ['vi'] };
  const { slug } = trace.product;
  return {
    linkset: [
      {
        anchor,
        [GS1('defaultLink')]: [page],
        [GS1('traceability')]: [page, { href: anchor, title: trace.product.name, type: 'application/ld+json' }],
        ...(slug
          ? { [GS1('pip')]: [{ href: `${publicUrl}/san-pham/${slug}`, title: trace.product.name, type: 'text/html', hreflang: ['vi'] }] }
          : {}),
        ...(trace.recall ? { [GS1('recallStatus')]: [page] } : {}),
      },
    ],
  };
}

const GS1 = (type: string): string => `https://ref.gs1.org/voc/${type}`;

function place(publicUrl: string, { code, name, provinceName }: { code: string; name: string; provinceName: string }): Json {
  return { '@type': 'Place', '@id': `${publicUrl}/api/v1/places/communes/${code}`, name: `${name}, ${provinceName}` };
}

function link(publicUrl: string, { traceCode, productName, lotCode, producedOn, producerName }: TraceLinkDto): Json {
  return {
    '@id': traceLink(publicUrl, traceCode),
    name: productName,
    'gs1:hasBatchLotNumber': lotCode,
    productionDate: producedOn,
    manufacturer: producerName,
  };
}
