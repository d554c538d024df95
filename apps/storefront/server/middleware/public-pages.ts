import { askApi } from '../page-cache/ask-api';
import { PublicPages, type Ask } from '../page-cache/public-pages';

const pages = new PublicPages(
  {
    // The page asks through app/composables/useApi.ts.
    render: (url, headers, ask) => useNitroApp().localFetch(url, { headers, context: { _platform: { publicPage: { ask } } } }),
    ask: askApi,
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
    /** Set while a page for everybody is rendered: how it reads the API, in nobody's name. */
    publicPage?: { ask: Ask };
  }
}
