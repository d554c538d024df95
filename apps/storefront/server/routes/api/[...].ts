import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

const agents = {
  'http:': new HttpAgent({ keepAlive: true, maxSockets: 256 }),
  'https:': new HttpsAgent({ keepAlive: true, maxSockets: 256 }),
};

/** Headers that belong to one connection, not to the message (RFC 9110 §7.6.1), and those only we may set. */
const NOT_FORWARDED =
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|host|forwarded|x-forwarded-.*|x-real-ip)$/;

/**
 * Hands /api/** to the API as it is: any method, any body, streamed both ways, so that uploads and server-sent
 * events pass through and the browser knows one origin only.
 */
export default defineEventHandler((event) => {
  const { req, res } = event.node;
  // Only what stands below /api as written; no detour through dots or encoded letters to other parts of the API's port.
  if (!/^\/api\/(?!(?:[^?]*\/)?(?:\.|%2e){1,2}(?:[/?]|$))/i.test(req.url ?? '')) throw createError({ statusCode: 404 });
  const api = new URL(useRuntimeConfig(event).apiUrl);
  const send = api.protocol === 'https:' ? httpsRequest : httpRequest;
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(req.headers)) if (value !== undefined && !NOT_FORWARDED.test(name)) headers[name] = value;
  const { proto, host } = publicOrigin(event);
  Object.assign(headers, { 'x-forwarded-for': callerAddress(event), 'x-forwarded-proto': proto, 'x-forwarded-host': host });
  // A chunked upload has no length: it must stay chunked.
  if (req.headers['transfer-encoding'] && !req.headers['content-length']) headers['transfer-encoding'] = 'chunked';

  event._handled = true;
  return new Promise<void>((resolve) => {
    const upstream = send(
      {
        protocol: api.protocol,
        hostname: api.hostname,
        port: api.port,
        agent: agents[api.protocol as 'http:'],
        method: req.method,
        // As it was sent: h3 decodes event.path, and a decoded address is another address.
        path: req.url,
        headers,
      },
      (answer) => {
        for (const [name, value] of Object.entries(answer.headers))
          if (value !== undefined && !NOT_FORWARDED.test(name)) res.setHeader(name, value);
        res.writeHead(answer.statusCode ?? 502);
        res.flushHeaders();
        answer.pipe(res);
        answer.on('error', () => res.destroy());
        answer.on('end', resolve);
      },
    );
    upstream.on('error', () => {
      if (!res.headersSent) {
        res.writeHead(502, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
        res.end(JSON.stringify({ type: 'about:blank', title: 'Bad Gateway', status: 502, code: 'api.unreachable' }));
      } else res.destroy();
      resolve();
    });
    res.on('close', () => {
      upstream.destroy();
      resolve();
    });
    req.pipe(upstream);
  });
});
