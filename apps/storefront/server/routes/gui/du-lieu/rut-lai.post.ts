/** Takes a deletion request back. */
export default defineFormAction(async ({ api, goTo, back }) => {
  const { ok, code } = await api('DELETE', '/me/deletion');
  return goTo(back('/tai-khoan/du-lieu'), ok ? { ok: 'deletion-withdrawn' } : { loi: code });
});
