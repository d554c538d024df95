/** Puts a pack among the account's favourites (`viec=them`) or takes it off. A guest is asked to sign in first, then finds the page again. */
export default defineFormAction(async ({ field, api, goTo, back }) => {
  const packId = field('packId');
  const page = back('/tai-khoan/yeu-thich');
  const { ok, code, data } =
    field('viec') === 'them'
      ? await api<{ kept: number }>('POST', '/account/favourites', { packs: [{ packId }] })
      : await api<{ kept?: number }>('DELETE', `/account/favourites/${encodeURIComponent(packId)}`);
  if (code === 'auth.required') return goTo('/dang-nhap', { tiep: page });
  if (!ok) return goTo(page, { loi: code });
  if (data?.kept === 0) return goTo(page, { loi: 'pack.unavailable' });
  return goTo(page, { ok: 'saved' });
});
