import type { H3Event } from 'h3';

/**
 * The address that really opened the connection. What the client claims in X-Forwarded-For counts only when the
 * operator says (TRUST_PROXY=1) that a proxy of his own stands in front; then the last entry is that proxy's word.
 */
export function callerAddress(event: H3Event): string {
  const socket = (event.node.req.socket?.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '');
  if (!useRuntimeConfig(event).trustProxy) return socket;
  const claimed = String(event.node.req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return claimed || socket;
}

/** The headers that tell the API whom it is talking to; nothing else of the request goes along. */
export function callerHeaders(event: H3Event): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of ['cookie', 'origin', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest', 'user-agent']) {
    const value = event.node.req.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  headers['accept-language'] = languageOf(event);
  headers['x-forwarded-for'] = callerAddress(event);
  const { proto, host } = publicOrigin(event);
  headers['x-forwarded-proto'] = proto;
  headers['x-forwarded-host'] = host;
  return headers;
}

/** Scheme and host the shopper's browser sees. */
export function publicOrigin(event: H3Event): { proto: string; host: string } {
  const url = new URL(useRuntimeConfig(event).public.url);
  return { proto: url.protocol.slice(0, -1), host: event.node.req.headers.host ?? url.host };
}

/** The page's language decides, not the browser's: /en pages want English messages. */
export function languageOf(event: H3Event): 'vi' | 'en' {
  return /^\/en(\/|\?|$)/.test(event.path) ? 'en' : 'vi';
}
