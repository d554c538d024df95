/** A buyer complains about a part of an order, its delivery or its parcel. */
export default defineFormAction(async ({ event, field, api, goTo, back }) => {
  const form = orderForm(field, back);
  const [topic, text] = [field('topic'), field('text').slice(0, 1000)];
  writeDraft(event, 'sau-don', { sellerOrderId: field('sellerOrderId'), topic, text });
  if (!topic || text.length < 2) return goTo(form.page, { loi: 'form.incomplete' });
  const { ok, code } = await api('POST', form.api('complaints'), { sellerOrderId: field('sellerOrderId'), topic, text });
  if (!ok) return goTo(form.page, { loi: code });
  dropDraft(event, 'sau-don');
  return goTo(form.page, { ok: 'complained' });
});
