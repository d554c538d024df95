/** Takes the orders placed as a guest with the account's phone into the account. */
export default defineFormAction(async ({ api, goTo }) => {
  const { ok, code } = await api('POST', '/account/orders/adoption');
  return goTo('/tai-khoan/don-hang', ok ? { ok: 'orders-adopted' } : { loi: code });
});
