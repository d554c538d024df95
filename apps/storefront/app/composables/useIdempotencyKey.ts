/**
 * Keys for requests that must not happen twice: the same request sent again (weak network, impatient finger) carries the
 * same key, a changed one a new key.
 */
export function useIdempotencyKey() {
  let last = { body: '', key: '' };
  return (body: unknown): Record<string, string> => {
    const text = JSON.stringify(body);
    if (text !== last.body) last = { body: text, key: newUuid() };
    return { 'idempotency-key': last.key };
  };
}
