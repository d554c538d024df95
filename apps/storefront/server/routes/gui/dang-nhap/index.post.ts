/** Opens a session with the code; then on to where the visitor was going, else to his desk. */
export default defineFormAction(async ({ event, field, api, goTo }) => {
  const { phone, next } = readDraft(event, 'dang-nhap');
  if (!phone) return goTo('/dang-nhap', { loi: 'form.incomplete' });
  const code = field('code').replace(/\D/g, '');
  const name = field('name');
  const answer = await api<Parameters<typeof afterSignIn>[0]>('POST', '/sessions', { phone, code, ...(name ? { name } : {}) });
  if (!answer.ok)
    return goTo('/dang-nhap', { buoc: 'ma', loi: answer.status === 400 || answer.status === 422 ? 'code.wrong' : answer.code });
  await bringCart({ event, api });
  dropDraft(event, 'dang-nhap');
  return goTo(localPath(next) ?? afterSignIn(answer.data), { ok: 'signed-in' });
});
