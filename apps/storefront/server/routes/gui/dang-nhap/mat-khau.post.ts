/** The password of a member of staff; the half sign-in it begins waits on the device for the second factor. */
export default defineFormAction(async ({ event, field, api, goTo }) => {
  const phone = field('phone').slice(0, 30);
  writeDraft(event, 'dang-nhap', { phone, next: localPath(field('tiep')) ?? '' });
  const { ok, code, status, data } = await api<{ token: string }>('POST', '/staff-sign-ins', { phone, password: field('password') });
  if (ok) {
    writeDraft(event, 'nua-dang-nhap', { token: data.token });
    return goTo('/dang-nhap', { buoc: 'ma-xac-thuc' });
  }
  if (code === 'factor.missing') return goTo('/dang-nhap', { loi: code });
  return goTo('/dang-nhap', { buoc: 'mat-khau', loi: status === 400 ? 'password.wrong' : code });
});
