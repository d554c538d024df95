/** Ends the session, and leaves no address on a shared phone; signing out twice is no error. */
export default defineFormAction(async ({ event, api, goTo }) => {
  dropDraft(event, 'thanh-toan');
  const { ok, status, code } = await api('DELETE', '/sessions/current');
  return goTo('/', ok || status === 401 ? { ok: 'signed-out' } : { loi: code });
});
