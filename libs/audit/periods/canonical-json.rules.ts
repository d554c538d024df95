/**
 * One text for one value, so that its hash can be made again anywhere: keys sorted by their code points, no spaces, whole numbers only.
 *
 * @throws RangeError on a number that is not a safe integer, for how a fraction is written differs between languages; and on what JSON has no
 * word for
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value !== 'object') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`no whole number: ${String(value)}`);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .toSorted(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${members.join(',')}}`;
}
