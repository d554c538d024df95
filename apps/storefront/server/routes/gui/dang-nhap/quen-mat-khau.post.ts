/** Sends a code with which staff give themselves a password. */
export default defineFormAction(async ({ event, field, api, goTo }) => {
  const phone = field('phone').slice(0, 30);
  writeDraft(event, 'dang-nhap', { phone, next: localPath(field('tiep')) ?? '' });
  const { ok, code, status } = await api('POST', '/one-time-codes', { phone, purpose: 'password' });
  if (ok) return goTo('/dang-nhap', { buoc: 'dat-mat-khau', ok: 'code-sent' });
  return goTo('/dang-nhap', { buoc: 'mat-khau', loi: status === 400 ? 'phone.invalid' : code });
});
