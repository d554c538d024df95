/** Asks for the deletion of one's data; the box that says so must be ticked. */
export default defineFormAction(async ({ field, api, goTo, back }) => {
  const page = back('/tai-khoan/du-lieu');
  if (field('sure') !== 'yes') return goTo(page, { loi: 'form.incomplete' });
  const { ok, code } = await api('POST', '/me/deletion', {});
  return goTo(page, ok ? { ok: 'deletion-asked' } : { loi: code });
});
