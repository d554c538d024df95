/** A buyer says whether a refund has arrived. */
export default defineFormAction(async ({ field, api, goTo, back }) => {
  const form = orderForm(field, back);
  const body = { received: field('received') === 'true' };
  const { ok, code } = await api('POST', form.api(`refunds/${encodeURIComponent(field('id'))}/receipt`), body);
  return goTo(form.page, ok ? { ok: 'saved' } : { loi: code });
});
