import * as fc from 'fast-check';
import { encodeCursor, ROLES, type Role } from '@choxa/platform';
import type { Side } from '../doors/two-sides.js';
import type { ApiDocument, Operation, Parameter } from './operations.js';
import { NASTY, resolved, valueOf } from './values.js';

/** One request, ready to be sent. */
export interface FuzzRequest {
  operation: Operation;
  /** null: a guest. */
  as: Role | null;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

type Body = Record<string, unknown>;
type Pair = [name: string, value: string];
interface Parts {
  operation: Operation;
  as: Role | null;
  params: string[];
  query: Pair[];
  body: unknown;
}

/** Requests that keep to the document. */
export function validRequests(operations: Operation[], document: ApiDocument, sides: readonly Side[]): fc.Arbitrary<FuzzRequest> {
  return fc.constantFrom(...operations).chain((operation) => partsOf(operation, document, sides).map((parts) => requestOf(parts)));
}

/** Requests that break the document in one place, in one of the ways clients do. */
export function invalidRequests(operations: Operation[], document: ApiDocument, sides: readonly Side[]): fc.Arbitrary<FuzzRequest> {
  return fc
    .constantFrom(...operations)
    .chain((operation) => partsOf(operation, document, sides).chain((parts) => fc.oneof(...waysToBreak(parts, document))));
}

function partsOf(operation: Operation, document: ApiDocument, sides: readonly Side[]): fc.Arbitrary<Parts> {
  const { route, query, body } = operation;
  const roles = route.roles.length ? route.roles : ROLES;
  return fc.record({
    operation: fc.constant(operation),
    // Mostly somebody whom the route is for.
    as: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom<Role>(...roles) },
      { weight: 1, arbitrary: fc.constantFrom<Role | null>(null, ...ROLES) },
    ),
    params: fc.tuple(...paramsOf(route.path, sides)),
    query: fc.tuple(...query.map((parameter) => given(parameter, document))).map((pairs) => pairs.flat()),
    body: body ? valueOf('', body, document) : fc.constant(undefined),
  });
}

/** A parameter of the query with a right value, or nothing where it may be left out. */
function given({ name, schema, required }: Parameter, document: ApiDocument): fc.Arbitrary<Pair[]> {
  const value = valueOf(name, schema, document).map((one): Pair[] => (one === null ? [] : [pair(name, one)]));
  return required ? value : fc.oneof(value, fc.constant<Pair[]>([]));
}

/** Per parameter of the path: the thing of a side, or one that nobody has. */
function paramsOf(path: string, sides: readonly Side[]): fc.Arbitrary<string>[] {
  const segments = path.split('/');
  return segments.flatMap((segment, at) => {
    if (!segment.startsWith('{')) return [];
    const known = sides.flatMap((side) => side.things[`${segments[at - 1]}/${segment}`] ?? []);
    return [fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known, 'khong-co') }, { weight: 1, arbitrary: fc.uuid() })];
  });
}

const pair = (name: string, value: unknown): Pair => [name, typeof value === 'string' ? value : JSON.stringify(value)];

function requestOf({ operation, as, params, query, body }: Parts): FuzzRequest {
  const rest = [...params];
  const path = operation.route.path.replace(/\{\w+\}/g, () => encodeURIComponent(wellFormed(rest.shift()!)));
  const search = new URLSearchParams(query.map(([name, value]): Pair => [name, wellFormed(value)])).toString();
  return {
    operation,
    as,
    path: path + (search ? `?${search}` : ''),
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

/** An address cannot carry half a character. */
const wellFormed = (text: string): string => text.toWellFormed();

const WRONG = fc.oneof(
  fc.constantFrom<unknown>(...NASTY, null, true, -1, 1.5, 1e300, 2 ** 31, 2 ** 53, {}, [], [null], { length: 3 }, 'x'.repeat(70_000)),
  fc.jsonValue({ maxDepth: 2 }),
);
/** Cursors that can be read and that nobody made. */
const FORGED = [['x'], [null], ['a', 'b'], [1e99, 'x'], [-1, null, 'x'], ['2026-02-30', '\u0000']].map((values) => encodeCursor(values));
const WRONG_TEXT = fc.constantFrom(
  ...FORGED,
  ...NASTY,
  '-1',
  '1e99',
  '99999999999999999999',
  'null',
  'true',
  '[]',
  '{}',
  '2026-02-30',
  'x'.repeat(3000),
);

function waysToBreak(parts: Parts, document: ApiDocument): fc.Arbitrary<FuzzRequest>[] {
  const { operation, params, query, body } = parts;
  const names = operation.query.map(({ name }) => name);
  const ways: fc.Arbitrary<FuzzRequest>[] = [
    fc.tuple(fc.constantFrom(...names, 'limit', 'nobody-knows'), WRONG_TEXT, fc.boolean()).map(([name, value, twice]) => {
      const wrong: Pair[] = twice
        ? [
            [name, value],
            [name, 'x'],
          ]
        : [[name, value]];
      return requestOf({ ...parts, query: [...query.filter(([one]) => one !== name), ...wrong] });
    }),
    fc.constantFrom('?%', '?a=%zz', '?a[b]=c&a[c]=d', '?__proto__[x]=1', '?limit=1&limit=2').map((search) => {
      const request = requestOf({ ...parts, query: [] });
      return { ...request, path: request.path + search };
    }),
  ];
  if (params.length)
    ways.push(
      fc.tuple(fc.nat(params.length - 1), WRONG_TEXT).map(([at, value]) => requestOf({ ...parts, params: params.with(at, value) })),
      fc.constantFrom('%', '%zz', '%00', '%ff', '..%2f..').map((raw) => {
        const request = requestOf(parts);
        return { ...request, path: request.path.replace(encodeURIComponent(wellFormed(params.at(-1)!)), raw) };
      }),
    );
  if (operation.body) ways.push(...waysToBreakBody(parts, body as Body, Object.keys(resolved(operation.body, document).properties ?? {})));
  return ways;
}

function waysToBreakBody(parts: Parts, body: Body, fields: string[]): fc.Arbitrary<FuzzRequest>[] {
  const withBody = (changed: unknown) => requestOf({ ...parts, body: changed });
  return [
    fc
      .tuple(fc.constantFrom(...fields, 'nobodyKnows', '__proto__', 'constructor'), WRONG)
      .map(([field, value]) => withBody(Object.fromEntries([...Object.entries(body).filter(([name]) => name !== field), [field, value]]))),
    fc.constantFrom(...fields, '').map((field) => withBody(Object.fromEntries(Object.entries(body).filter(([name]) => name !== field)))),
    fc.constantFrom<unknown>([], [body], 'text', 5, null, true).map(withBody),
    fc
      .constantFrom('', '{', '{"a":', '{"a":NaN}', '\u0000', '{"a":1}{"b":2}', '['.repeat(5000))
      .map((text) => ({ ...requestOf(parts), body: text })),
    fc
      .constantFrom(
        'text/plain',
        'application/xml',
        'application/json; charset=utf-16',
        'multipart/form-data',
        'multipart/form-data; boundary=x',
      )
      .map((type) => ({ ...requestOf(parts), headers: { 'content-type': type } })),
  ];
}
