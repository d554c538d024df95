/** Sets the password with the code; then its first use, or the second factor of somebody who is signed in and has none. */
export default defineFormAction(async ({ event, field, api, goTo }) => {
  const { phone } = readDraft(event, 'dang-nhap');
  if (!phone) return goTo('/dang-nhap', { loi: 'form.incomplete' });
  const body = { phone, code: field('code').replace(/\D/g, ''), password: field('password') };
  const { ok, code, errors } = await api('POST', '/passwords', body);
  if (!ok) {
    const fault = errors.some(({ pointer }) => pointer === '/password') ? 'password.poor' : errors.length ? 'code.wrong' : code;
    return goTo('/dang-nhap', { buoc: 'dat-mat-khau', loi: fault });
  }
  const me = await api<{ secondFactor: string }>('GET', '/me');
  const done = { ok: 'password-set' };
  return me.ok && me.data.secondFactor === 'to-set-up'
    ? goTo('/tai-khoan/bao-mat', done)
    : goTo('/dang-nhap', { buoc: 'mat-khau', ...done });
});
