interface Placed {
  number: string;
  accessKey: string;
}

/** Last screen of the checkout: places the order once, however often the button is pressed (the form carries its Idempotency-Key). */
export default defineFormAction(async ({ event, field, api, goTo }) => {
  const { recipientName, phone, communeCode, street } = readDraft(event, 'thanh-toan');
  const key = field('key');
  if (!recipientName || !phone || !communeCode || !street || !/^[0-9a-zA-Z-]{8,64}$/.test(key))
    return goTo('/thanh-toan', { loi: 'form.incomplete' });
  const seen = /^\d{1,15}$/.test(field('expectedTotalVnd')) ? { expectedTotalVnd: Number(field('expectedTotalVnd')) } : {};
  const answer = await api<Placed>(
    'POST',
    '/orders',
    { recipientName, phone, communeCode, street, paymentMethod: field('paymentMethod') || 'cod', ...seen },
    { 'idempotency-key': key },
  );
  if (answer.ok) {
    dropDraft(event, 'thanh-toan');
    return goTo(`/don-hang/${encodeURIComponent(answer.data.number)}`, { key: answer.data.accessKey, ok: 'ordered' });
  }
  if (/^(stock|cart)\./.test(answer.code)) return goTo('/gio-hang', { loi: answer.code });
  const wrong = Object.fromEntries(answer.errors.map(({ pointer }) => [pointer.slice(1), pointer === '/phone' ? 'phone' : 'invalid']));
  if (Object.keys(wrong).length) {
    writeDraft(event, 'thanh-toan', { ...readDraft(event, 'thanh-toan'), errors: JSON.stringify(wrong) });
    return goTo('/thanh-toan', { loi: 'form.incomplete' });
  }
  return goTo('/thanh-toan', { buoc: 'xem', loi: answer.code });
});
