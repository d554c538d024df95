import type { DraftName } from '../../../utils/drafts.js';

/** Hands a form's screens what the visitor typed before; only the visitor's own browser has the cookie it comes from. */
export default defineEventHandler((event) => {
  setResponseHeader(event, 'Cache-Control', 'no-store');
  const name = getRouterParam(event, 'name');
  if (
    name !== 'thanh-toan' &&
    name !== 'dang-nhap' &&
    name !== 'hoi-dap' &&
    name !== 'dia-chi' &&
    name !== 'tra-don' &&
    name !== 'sau-don' &&
    name !== 'buu-gui'
  )
    throw createError({ statusCode: 404 });
  return readDraft(event, name satisfies DraftName);
});
