/** A buyer asks to give goods back: the pictures first, then the request that names them. */
export default defineFormAction(async ({ event, field, files, api, goTo, back }) => {
  const form = orderForm(field, back);
  const sellerOrderId = field('sellerOrderId');
  const lines = field('lines')
    .split(',')
    .map((lineId) => ({ lineId, quantity: Number(field(`quantity-${lineId}`)) }))
    .filter(({ quantity }) => Number.isInteger(quantity) && quantity > 0);
  const [reason, note] = [field('reason'), field('note').slice(0, 1000)];
  const quantities = Object.fromEntries(lines.map(({ lineId, quantity }) => [lineId, String(quantity)]));
  writeDraft(event, 'sau-don', { sellerOrderId, reason, note, ...quantities });
  if (!lines.length || !reason) return goTo(form.page, { loi: 'form.incomplete' });
  const pictureIds: string[] = [];
  for (const file of files.slice(0, 3)) {
    const picture = new FormData();
    picture.append('file', file);
    const { ok, data, code } = await api<{ id: string }>('POST', form.api('return-pictures', { sellerOrderId }), picture);
    if (!ok) return goTo(form.page, { loi: code });
    pictureIds.push(data.id);
  }
  const body = { sellerOrderId, lines, reason, note, pictureIds };
  const { ok, code } = await api('POST', form.api('returns'), body);
  if (!ok) return goTo(form.page, { loi: code });
  dropDraft(event, 'sau-don');
  return goTo(form.order, { ok: 'return-asked' });
});
