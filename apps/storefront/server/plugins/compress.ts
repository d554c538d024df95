import { packed } from '../page-cache/packing';

/** Packs rendered pages and texts: they shrink to a sixth, which a weak network feels. Files are packed at build time, the API's answers pass as they are. */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('beforeResponse', async (event, response) => {
    // Nuxt fetches its error page from itself; packed, it could not be read.
    if (event.path.startsWith('/__nuxt_error')) return;
    const text =
      typeof response.body === 'string' ? response.body : event.path.startsWith('/_i18n/') ? JSON.stringify(response.body) : undefined;
    if (text === undefined || event.node.res.headersSent || event.node.res.getHeader('content-encoding')) return;
    appendResponseHeader(event, 'vary', 'Accept-Encoding');
    const { packing, body } = await packed(Buffer.from(text), String(event.node.req.headers['accept-encoding'] ?? ''));
    if (!packing) return;
    if (!event.node.res.getHeader('content-type')) setResponseHeader(event, 'content-type', 'application/json');
    setResponseHeader(event, 'content-encoding', packing);
    response.body = body;
  });
});
