/** Adds to the cart (`viec=them`) or sets a line's quantity; 0 takes it out. */
export default defineFormAction(async ({ field, api, goTo, back }) => {
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
