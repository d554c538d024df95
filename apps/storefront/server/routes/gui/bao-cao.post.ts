/** A report about a product, or about a review or question on its page; leads to the page that will say what came of it. */
export default defineFormAction(async ({ field, api, goTo, back }) => {
  const [slug, id, category, text] = [field('slug'), field('id'), field('category'), field('text').slice(0, 1000)];
  const subject = slug
    ? `/products/${encodeURIComponent(slug)}`
    : `/${field('loai') === 'question' ? 'questions' : 'reviews'}/${encodeURIComponent(id)}`;
  if (!(slug || id) || !category) return goTo(back('/san-pham'), { loi: 'form.incomplete' });
  const { ok, data, code } = await api<{ code: string }>('POST', `${subject}/reports`, { category, ...(text ? { text } : {}) });
  return ok ? goTo(`/bao-cao/${data.code}`, { ok: 'reported' }) : goTo(back('/san-pham'), { loi: code });
});
