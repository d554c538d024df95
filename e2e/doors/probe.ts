import { randomUUID } from 'node:crypto';
import type { Actor } from '@choxa/platform';
import type { HttpAnswer, World } from '@choxa/testing';
import { validBody, type Route } from './routes.js';
import type { Side } from './two-sides.js';

/** Values of parameters that nobody has, in the form of real ones. */
const MISSING: Record<string, string | (() => string)> = {
  kind: 'khong-co',
  lesson: 'khong-co',
  indicator: '99',
  operator: 'khong-co',
  purpose: 'khong-co',
  gateway: 'khong-co',
  file: 'khong-co.csv',
  period: '2026-Q1',
  version: '9',
  id: () => randomUUID(),
  accountId: () => randomUUID(),
  packId: () => randomUUID(),
  productId: () => randomUUID(),
  photoId: () => randomUUID(),
  slug: 'khong-co-cai-nay',
  key: 'ffffffffffffffffffffffffffffffff-800.webp',
  number: 'EB999999991XA',
  code: 'KHONGCOMA0',
  gtin: '09520000999992',
};

/**
 * The path with its parameters filled from `side`. With `missing` the first one names a thing that nobody has, and the rest stays: only whether
 * the thing is there differs. Throws where the side lacks it.
 */
export function pathOf(route: Route, side: Side, { missing = false } = {}): string {
  const segments = route.path.split('/');
  const first = segments.findIndex((segment) => segment.startsWith('{'));
  const filled = segments.map((segment, at) => {
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (!name) return segment;
    const key = `${segments[at - 1]}/${segment}`;
    const known = missing && at === first ? MISSING[name] : side.things[key];
    const value = typeof known === 'function' ? known() : known;
    if (value === undefined) throw new Error(`${route.name}: no ${missing ? 'missing ' : ''}${key} is known to this test; add one`);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams(route.query).toString();
  return filled.join('/') + (query ? `?${query}` : '');
}

/** Parameters that name a thing of somebody's; the others choose a form or a word of a list. */
export function thingParams(route: Route): string[] {
  return route.params.filter(
    (name) => !['kind', 'purpose', 'lesson', 'gateway', 'indicator', 'operator', 'file', 'period', 'version'].includes(name),
  );
}

/** One request with a body that passes validation, as far as the document tells. */
export function probe(
  world: World,
  route: Route,
  path: string,
  as: Actor | null,
  headers: Record<string, string> = {},
): Promise<HttpAnswer> {
  const body = route.body ? validBody(route.body) : undefined;
  return world.http(route.method, path, {
    ...(as ? { as } : {}),
    ...(body ? { body } : {}),
    headers: { 'idempotency-key': 'cua-ai', ...headers },
  });
}
