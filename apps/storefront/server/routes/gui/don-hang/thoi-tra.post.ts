/** A buyer keeps the goods after all. */
export default defineFormAction(async ({ field, api, goTo, back }) => {
  const form = orderForm(field, back);
  const { ok, code } = await api('POST', form.api(`returns/${encodeURIComponent(field('id'))}/withdrawal`));
  return goTo(form.page, ok ? { ok: 'saved' } : { loi: code });
});
