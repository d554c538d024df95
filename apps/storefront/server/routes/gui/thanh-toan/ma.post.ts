/** The code that shows whose phone it is: with the right one the waiting order is placed. `viec=gui-lai` sends another. */
export default defineFormAction(async (action) => {
  const { event, field, api, goTo } = action;
  const draft = readDraft(event, 'thanh-toan');
  if (!draft.phone || !draft.key) return goTo('/thanh-toan', { loi: 'form.incomplete' });
  if (field('viec') === 'gui-lai') return sendCode(action, draft);
  const { ok, status, code } = await api('POST', '/cart/phone-proofs', { phone: draft.phone, code: field('code').replace(/\D/g, '') });
  if (!ok) return goTo('/thanh-toan', { buoc: 'ma', loi: status === 400 ? 'code.wrong' : code });
  return placeOrder(action, draft);
});
