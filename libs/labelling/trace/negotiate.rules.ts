/** What a trace address can answer: our own JSON, the trace document (JSON-LD), or the set of links (RFC 9264). */
export type TraceForm = 'json' | 'document' | 'linkset';

export const MEDIA_TYPES: Readonly<Record<TraceForm, string>> = {
  json: 'application/json; charset=utf-8',
  document: 'application/ld+json; charset=utf-8',
  linkset: 'application/linkset+json; charset=utf-8',
};

/**
 * The form asked for. `?linkType=linkset` (also `all`, its name before Digital Link 1.3) is heard before `Accept`; of two types equally
 * wished for, the first counts.
 */
export function traceForm(accept: string | undefined, linkType: string | undefined): TraceForm {
  if (linkType === 'linkset' || linkType === 'all') return 'linkset';
  const wished = (accept ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => {
      const [type, ...parameters] = part.split(';').map((word) => word.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { type: type!, quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  for (const { type } of wished) {
    if (type === 'application/ld+json') return 'document';
    if (type === 'application/linkset+json') return 'linkset';
    if (['application/json', 'text/html', '*/*', 'application/*'].includes(type)) return 'json';
  }
  return 'json';
}
