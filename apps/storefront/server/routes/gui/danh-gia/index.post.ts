/** A review of something received, first written or changed. */
export default defineFormAction(async ({ field, api, goTo }) => {
  const { page, line } = reviewedLine(field);
  const stars = Number(field('stars'));
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) return goTo(page, { loi: 'form.incomplete' });
  const { ok, code } = await api('PUT', line(''), { stars, text: field('text').slice(0, 2000) });
  return goTo(page, ok ? { ok: 'saved' } : { loi: code });
});
