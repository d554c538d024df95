/** An author's word against the hiding of their review. */
export default defineFormAction(async ({ field, api, goTo }) => {
  const { page, line } = reviewedLine(field);
  const text = field('text').slice(0, 1000);
  if (text.length < 2) return goTo(page, { loi: 'form.incomplete' });
  const { ok, code } = await api('POST', line('/appeal'), { text });
  return goTo(page, ok ? { ok: 'saved' } : { loi: code });
});
