/** A shopper tells that a label looks wrong. Without a name, and without JavaScript. */
export default defineFormAction(async ({ field, api, goTo, back }) => {
  const [note, provinceCode] = [field('note'), field('province')];
  const body = { address: field('address'), kind: field('kind'), ...(note ? { note } : {}), ...(provinceCode ? { provinceCode } : {}) };
  const { ok, code } = await api('POST', '/trace/reports', body);
  return goTo(back('/'), ok ? { ok: 'label-reported' } : { loi: code });
});
