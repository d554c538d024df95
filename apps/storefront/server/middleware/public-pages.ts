import { PublicPages, type ApiRead } from '../page-cache/public-pages';

const ASK_WITHIN_MS = 10_000;

const pages = new PublicPages(
  {
    // What the page reads is told by app/composables/useApi.ts.
    render: (url, headers, read) => {
      const init = { headers, context: { _platform: { publicPage: { read } } } };
      return useNitroApp().localFetch(url, init);
    },
    ask: (url, language) =>
      fetch(url, { headers: { accept: 'application/json', 'accept-language': language }, signal: AbortSignal.timeout(ASK_WITHIN_MS) }),
  },
  () => performance.now(),
);

/** Gives pages that are the same for everybody from the store; every other request goes on. */
export default defineEventHandler(async (event) => {
  if (event.context.publicPage) return; // the store itself asks
  const answer = await pages.answer(event.node.req);
  if (!answer) return;
  setResponseStatus(event, answer.status);
  setResponseHeaders(event, answer.headers);
  return answer.body ?? '';
});

declare module 'h3' {
  interface H3EventContext {
    /** Set while a page for everybody is rendered: takes note of what the page reads. */
    publicPage?: { read: (read: ApiRead) => void };
  }
}
