/** A shopper says in which province a single pack was bought. */
export default defineFormAction(async ({ field, api, goTo, back }) => {
  const { ok, code } = await api('POST', '/trace/sightings', { address: field('address'), provinceCode: field('province') });
  return goTo(back('/'), ok ? { ok: 'sighting-noted' } : { loi: code });
});
