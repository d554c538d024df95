/** Takes an address off the account's list. */
export default defineFormAction(async ({ field, api, goTo }) => {
  const { ok, code } = await api('DELETE', `/account/addresses/${encodeURIComponent(field('id'))}`);
  return goTo('/tai-khoan/dia-chi', ok ? { ok: 'address-deleted' } : { loi: code });
});
