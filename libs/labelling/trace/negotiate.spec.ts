import { traceForm } from './negotiate.rules.js';

it.each([
  [undefined, undefined, 'json'],
  ['text/html,application/xhtml+xml,*/*;q=0.8', undefined, 'json'],
  ['application/ld+json', undefined, 'document'],
  ['application/json;q=0.5, application/ld+json', undefined, 'document'],
  ['application/json, application/ld+json', undefined, 'json'],
  ['application/linkset+json', undefined, 'linkset'],
  ['application/ld+json;q=0', undefined, 'json'],
  ['text/html', 'linkset', 'linkset'],
  ['text/html', 'all', 'linkset'],
  ['application/ld+json', 'gs1:pip', 'document'],
  ['image/webp', undefined, 'json'],
] as const)('%s with linkType %s is answered as %s', (accept, linkType, form) => {
  expect(traceForm(accept, linkType)).toBe(form);
});
