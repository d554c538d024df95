/** Asks for a one-time code; the number waits in a draft for the second screen. */
export default defineFormAction(async ({ event, field, api, goTo }) => {
  const phone = field('phone').slice(0, 30);
  const next = localPath(field('tiep')) ?? '';
  writeDraft(event, 'dang-nhap', { phone, next });
  const { ok, code, status, errors } = await api('POST', '/one-time-codes', { phone, purpose: 'sign-in' });
  if (ok) return goTo('/dang-nhap', { buoc: 'ma', ok: 'code-sent' });
  const wrongNumber = errors.some(({ pointer }) => pointer === '/phone') || status === 400 || status === 422;
  return goTo('/dang-nhap', { loi: wrongNumber ? 'phone.invalid' : code });
});
