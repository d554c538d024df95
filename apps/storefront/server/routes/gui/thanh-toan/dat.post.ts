/** Last screen of the checkout. */
export default defineFormAction(async (action) => {
  const { event, field, goTo } = action;
  const draft = readDraft(event, 'thanh-toan');
  const key = field('key');
  if (!draft.recipientName || !draft.phone || !draft.communeCode || !draft.street || !/^[0-9a-zA-Z-]{8,64}$/.test(key))
    return goTo('/thanh-toan', { loi: 'form.incomplete' });
  const extras = Object.fromEntries(EXTRAS.map((name) => [name, field(name).slice(0, name === 'note' ? 300 : 40)]));
  const paymentMethod = field('paymentMethod').slice(0, 20);
  // What was shown beside the chosen way to pay.
  const total = field(`expectedTotalVnd.${paymentMethod}`);
  return placeOrder(action, {
    ...draft,
    ...extras,
    key,
    paymentMethod,
    expectedTotalVnd: /^\d{1,15}$/.test(total) ? total : '',
  });
});
