/** The second factor of a member of staff: it opens the session. */
export default defineFormAction(async ({ event, field, api, goTo }) => {
  const { next } = readDraft(event, 'dang-nhap');
  const { token } = readDraft(event, 'nua-dang-nhap');
  if (!token) return goTo('/dang-nhap', { buoc: 'mat-khau', loi: 'factor.expired' });
  const body = { token, code: field('code') };
  const { ok, code, status, data } = await api<Parameters<typeof afterSignIn>[0]>('POST', '/staff-sign-ins/completion', body);
  if (code === 'factor.expired') return goTo('/dang-nhap', { buoc: 'mat-khau', loi: code });
  if (!ok) return goTo('/dang-nhap', { buoc: 'ma-xac-thuc', loi: status === 400 ? 'factor.wrong' : code });
  await bringCart({ event, api });
  dropDraft(event, 'dang-nhap');
  dropDraft(event, 'nua-dang-nhap');
  return goTo(localPath(next) ?? afterSignIn(data), { ok: 'signed-in' });
});
