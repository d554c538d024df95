/** A question about a product. Whoever is not signed in does that first, and finds what they typed again. */
export default defineFormAction(async ({ event, field, api, goTo }) => {
  const slug = field('slug').slice(0, 200);
  const text = field('text').slice(0, 500);
  const page = `/hoi-dap/${encodeURIComponent(slug)}`;
  writeDraft(event, 'hoi-dap', { slug, text });
  if (!slug || text.length < 5) return goTo(slug ? page : '/san-pham', { loi: 'form.incomplete' });
  const { ok, code, status } = await api('POST', `/products/${encodeURIComponent(slug)}/questions`, { text });
  if (status === 401) return goTo('/dang-nhap', { tiep: page, loi: 'auth.required' });
  if (!ok) return goTo(page, { loi: code });
  dropDraft(event, 'hoi-dap');
  return goTo(page, { ok: 'asked' });
});
