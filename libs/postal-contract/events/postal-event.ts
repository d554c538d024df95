/** Answers the breaches of one value: an empty list when it is right. `at` is its JSON pointer. */
export type Check = (value: unknown, at: string) => string[];

/** One check per field of `Data`. Fields that are not named are let through: a later version may add some. */
export type Shape<Data extends object> = { readonly [Field in keyof Data]-?: Check };

/** A kind of fact or request that crosses the post's wall, named `postal.<fact>.v<n>`. Its data are values only. */
export interface PostalEvent<Data extends object> {
  readonly name: string;
  readonly shape: Shape<Data>;
  /** Only for the type checker. */
  readonly data?: Data;
}

export function definePostalEvent<Data extends object>(name: string, shape: Shape<Data>): PostalEvent<Data> {
  return { name, shape };
}

/** Thrown by {@link readPostalEvent}; `breaches` are sentences that begin with the JSON pointer of the bad value. */
export class ContractBreach extends Error {
  constructor(
    readonly event: string,
    readonly breaches: readonly string[],
  ) {
    super(`${event}: ${breaches.join('; ')}`);
  }
}

/** Every way in which `value` is not data of `event`; empty when it is. */
export function breachesOf<Data extends object>(event: PostalEvent<Data>, value: unknown): string[] {
  return checkShape(event.shape as Shape<object>, value, '');
}

/** `value` as data of `event`. @throws ContractBreach */
export function readPostalEvent<Data extends object>(event: PostalEvent<Data>, value: unknown): Data {
  const breaches = breachesOf(event, value);
  if (breaches.length) throw new ContractBreach(event.name, breaches);
  return value as Data;
}

function checkShape(shape: Shape<object>, value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at || '/'} must be an object`];
  return (Object.entries(shape) as [string, Check][]).flatMap(([field, check]) =>
    check((value as Record<string, unknown>)[field], `${at}/${field}`),
  );
}

/** A text of `min` to `max` characters. */
export function text(max: number, { min = 1 } = {}): Check {
  return (value, at) =>
    typeof value === 'string' && value.trim().length >= min && value.length <= max
      ? []
      : [`${at} must be a text of ${min} to ${max} characters`];
}

/** A text that matches `pattern`, described by `what`. */
export function matching(pattern: RegExp, what: string): Check {
  return (value, at) => (typeof value === 'string' && pattern.test(value) ? [] : [`${at} must be ${what}`]);
}

/** A whole number within limits. */
export function whole(min: number, max: number): Check {
  return (value, at) =>
    Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max
      ? []
      : [`${at} must be a whole number ${min}–${max}`];
}

export function oneOf(values: readonly string[]): Check {
  return (value, at) => (values.includes(value as string) ? [] : [`${at} must be one of ${values.join(', ')}`]);
}

export function orNull(check: Check): Check {
  return (value, at) => (value === null ? [] : check(value, at));
}

/** For a field that a later version added: it may be absent. */
export function maybe(check: Check): Check {
  return (value, at) => (value === undefined ? [] : check(value, at));
}

/** An angle between −`limit` and `limit`. */
export function degrees(limit: number): Check {
  return (value, at) =>
    typeof value === 'number' && Math.abs(value) <= limit ? [] : [`${at} must be degrees between -${limit} and ${limit}`];
}

export const yesOrNo: Check = (value, at) => (typeof value === 'boolean' ? [] : [`${at} must be true or false`]);

export function nested<Data extends object>(shape: Shape<Data>): Check {
  return (value, at) => checkShape(shape as Shape<object>, value, at);
}

export function listOf<Item extends object>(shape: Shape<Item>, max: number): Check {
  return (value, at) => {
    if (!Array.isArray(value) || value.length > max) return [`${at} must be a list of at most ${max}`];
    return value.flatMap((item, index) => checkShape(shape as Shape<object>, item, `${at}/${index}`));
  };
}

/** RFC 3339 with offset. */
export const instant: Check = (value, at) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value))
    ? []
    : [`${at} must be an RFC 3339 instant with offset`];

/** 13 or so characters: UPU S10 or an operator's own number, without spaces. */
export const parcelNumber: Check = matching(/^[A-Z]{2,5}\d{9,11}([A-Z]{2})?$/, 'a parcel number');

export const communeCode: Check = matching(/^\d{5}$/, 'a commune code of five digits');

export const provinceCode: Check = matching(/^\d{2}$/, 'a province code of two digits');
