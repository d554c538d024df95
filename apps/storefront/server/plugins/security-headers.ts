import { randomBytes } from 'node:crypto';

/** Pages that show one person's data. Nobody may keep a copy of them. */
const PRIVATE = /^(\/en)?\/(gio-hang|thanh-toan|don-hang|dang-nhap|tai-khoan|hop-thu-demo|ban-hang|buu-cuc|giam-sat|gui)(\/|$)/;

/**
 * Sends a Content-Security-Policy with a nonce made for this very answer, and the other protective headers.
 * The nonce goes only into the parts Nuxt writes itself (head, before and after the body), never into the body,
 * where a visitor's text could be.
 */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('render:html', (html, { event }) => {
    const nonce = randomBytes(16).toString('base64');
    const stamp = (part: string) => stampNonce(part, nonce);
    html.head = html.head.map(stamp);
    html.bodyPrepend = html.bodyPrepend.map(stamp);
    html.bodyAppend = html.bodyAppend.map(stamp);
    setResponseHeader(event, 'Content-Security-Policy', policy(nonce));
  });

  nitro.hooks.hook('render:response', (response) => {
    delete response.headers?.['x-powered-by'];
  });

  nitro.hooks.hook('request', (event) => {
    setResponseHeaders(event, {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(self), geolocation=(self), microphone=(), payment=()',
      'X-Frame-Options': 'DENY',
    });
    if (PRIVATE.test(event.path.split('?')[0]!)) setResponseHeader(event, 'Cache-Control', 'no-store');
  });
});

function policy(nonce: string): string {
  return [
    "default-src 'self'",
    // wasm-unsafe-eval: the scanning desks read barcodes with a WASM module of ours; it allows no JavaScript eval.
    `script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
