/** Adds a picture to a review, without JavaScript as it is. */
export default defineFormAction(async ({ field, file, api, goTo }) => {
  const { page, line } = reviewedLine(field);
  if (!file) return goTo(page, { loi: 'image.missing' });
  const form = new FormData();
  form.append('file', file);
  const { ok, code } = await api('POST', line('/images'), form);
  return goTo(page, ok ? { ok: 'saved' } : { loi: code });
});
