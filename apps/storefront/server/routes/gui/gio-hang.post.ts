/** Adds to the cart (`viec=them`), takes all that changed as it is now (`viec=nhan-het`), or sets a line's quantity; 0 takes it out. */
export default defineFormAction(async ({ field, api, goTo, back }) => {
  if (field('viec') === 'nhan-het') {
    const { ok, code } = await api('POST', '/cart/acceptance');
    return goTo(back('/gio-hang'), ok ? { ok: 'cart-changed' } : { loi: code });
  }
  const packId = field('packId');
  const quantity = Number(field('quantity') || '1');
  if (!/^[0-9a-f-]{36}$/.test(packId) || !Number.isInteger(quantity) || quantity < 0 || quantity > 999) {
    return goTo(back('/gio-hang'), { loi: 'form.incomplete' });
  }
  if (field('viec') === 'them') {
    const { ok, code } = await api('POST', '/cart/lines', { packId, quantity: Math.max(1, quantity) });
    return ok ? goTo('/gio-hang', { ok: 'cart-added' }) : goTo(back('/gio-hang'), { loi: code });
  }
  const { ok, code } = await api('PUT', `/cart/lines/${packId}`, { quantity });
  return goTo(back('/gio-hang'), ok ? { ok: quantity ? 'cart-changed' : 'cart-removed' } : { loi: code });
});
