/** A buyer cancels an order, or one household's part of it. */
export default defineFormAction(async ({ field, api, goTo, back }) => {
  const form = orderForm(field, back);
  const body = { sellerOrderId: field('sellerOrderId') || null, reason: field('reason'), note: field('note').slice(0, 300) || null };
  const { ok, code } = await api('POST', form.api('cancellation'), body);
  return goTo(form.page, ok ? { ok: 'cancelled' } : { loi: code });
});
