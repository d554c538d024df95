/** Takes a picture off a review. */
export default defineFormAction(async ({ field, api, goTo }) => {
  const { page, line } = reviewedLine(field);
  const { ok, code } = await api('DELETE', line(`/images/${encodeURIComponent(field('image'))}`));
  return goTo(page, ok ? { ok: 'saved' } : { loi: code });
});
