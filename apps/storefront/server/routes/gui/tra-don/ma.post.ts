/** First step of looking up an order: a code goes to the phone, whether or not there is such an order. */
export default defineFormAction(async ({ event, field, api, goTo }) => {
  const number = field('number').slice(0, 20);
  const phone = field('phone').slice(0, 20);
  writeDraft(event, 'tra-don', { number, phone });
  const { ok, status, code } = await api('POST', '/order-look-ups/codes', { number, phone });
  if (!ok) return goTo('/don-hang', { loi: status === 400 ? 'form.incomplete' : code });
  return goTo('/don-hang', { buoc: 'ma', ok: 'code-sent' });
});
