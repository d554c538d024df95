interface Again {
  sold: { packId: string; quantity: number }[];
  gone: unknown[];
}

/** Puts what is still sold of an earlier order into the cart, and says whether something is not. */
export default defineFormAction(async ({ field, api, goTo, back }) => {
  const again = await api<Again>('GET', `/account/orders/${encodeURIComponent(field('number'))}/again`);
  if (!again.ok) return goTo(back('/tai-khoan/don-hang'), { loi: again.code });
  let missing = again.data.gone.length;
  let added = 0;
  for (const { packId, quantity } of again.data.sold) {
    const { ok } = await api('POST', '/cart/lines', { packId, quantity });
    if (ok) added += 1;
    else missing += 1;
  }
  if (!added) return goTo(back('/tai-khoan/don-hang'), { loi: 'order.nothing-sold' });
  return goTo('/gio-hang', { ok: missing ? 'bought-again-part' : 'bought-again' });
});
