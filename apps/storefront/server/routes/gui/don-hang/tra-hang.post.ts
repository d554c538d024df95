/** A buyer asks to give goods back: the pictures first, then the request that names them. */
export default defineFormAction(async ({ field, files, api, goTo, back }) => {
  const form = orderForm(field, back);
  const sellerOrderId = field('sellerOrderId');
  const lines = field('lines')
    .split(',')
    .map((lineId) => ({ lineId, quantity: Number(field(`quantity-${lineId}`)) }))
    .filter(({ quantity }) => Number.isInteger(quantity) && quantity > 0);
  if (!lines.length || !field('reason')) return goTo(form.page, { loi: 'form.incomplete' });
  const pictureIds: string[] = [];
  for (const file of files.slice(0, 3)) {
    const picture = new FormData();
    picture.append('file', file);
    const { ok, data, code } = await api<{ id: string }>('POST', form.api('return-pictures', { sellerOrderId }), picture);
    if (!ok) return goTo(form.page, { loi: code });
    pictureIds.push(data.id);
  }
  const body = { sellerOrderId, lines, reason: field('reason'), note: field('note').slice(0, 1000), pictureIds };
  const { ok, code } = await api('POST', form.api('returns'), body);
  return ok ? goTo(form.order, { ok: 'saved' }) : goTo(form.page, { loi: code });
});
