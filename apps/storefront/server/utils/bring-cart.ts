import type { FormAction } from './form-action.js';

/**
 * Brings what lies in the cart of the visitor's cookie into the account just signed in to. Its session cookie is only on its way to the visitor, so
 * it is handed on here. When this fails nothing is lost: the cart follows with the next change.
 */
export async function bringCart({ event, api }: Pick<FormAction, 'event' | 'api'>): Promise<void> {
  const fresh = [getResponseHeader(event, 'set-cookie') ?? []].flat().map((cookie) => String(cookie).split(';')[0]);
  // The first of two cookies with one name counts.
  await api('POST', '/cart/merging', undefined, { cookie: [...fresh, event.node.req.headers.cookie ?? ''].join('; ') });
}
