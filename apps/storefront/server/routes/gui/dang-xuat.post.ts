/** Ends the session; signing out twice is no error. */
export default defineFormAction(async ({ api, goTo }) => {
  const { ok, status, code } = await api('DELETE', '/sessions/current');
  return goTo('/', ok || status === 401 ? { ok: 'signed-out' } : { loi: code });
});
