/** A report about a product; leads to the page that will say what came of it. */
export default defineFormAction(async ({ field, api, goTo, back }) => {
  const [slug, category, text] = [field('slug'), field('category'), field('text').slice(0, 1000)];
  if (!slug || !category) return goTo(back('/san-pham'), { loi: 'form.incomplete' });
  const body = { category, ...(text ? { text } : {}) };
  const { ok, data, code } = await api<{ code: string }>('POST', `/products/${encodeURIComponent(slug)}/reports`, body);
  return ok ? goTo(`/bao-cao/${data.code}`, { ok: 'reported' }) : goTo(back('/san-pham'), { loi: code });
});
