import { createHash } from 'node:crypto';

/**
 * Sends a Content-Security-Policy that lets exactly the inline scripts run which Nuxt wrote into this page, and the other protective headers. The
 * scripts are read only from the parts Nuxt writes itself (head, before and after the body), never from the body, where a visitor's text could be.
 * Whatever is not for everybody must not be kept by anybody.
 */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('render:html', (html, { event }) => {
    const scripts = [...html.head, ...html.bodyPrepend, ...html.bodyAppend].flatMap((part) => inlineScripts(part));
    setResponseHeader(event, 'Content-Security-Policy', policy(scripts));
    if (!event.context.publicPage) setResponseHeader(event, 'Cache-Control', 'private, no-store');
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
    if (/^\/gui\//.test(event.path)) setResponseHeader(event, 'Cache-Control', 'private, no-store');
  });
});

function policy(scripts: readonly string[]): string {
  const hashes = scripts.map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [
    "default-src 'self'",
    // wasm-unsafe-eval: the scanning desks read barcodes with a WASM module of ours; it allows no JavaScript eval.
    `script-src 'self'${hashes.join('')} 'wasm-unsafe-eval'`,
    "style-src 'self'",
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
