/** Second step: with the right code the order opens under a new key. */
export default defineFormAction(async ({ event, field, api, goTo }) => {
  const { number, phone } = readDraft(event, 'tra-don');
  if (!number || !phone) return goTo('/don-hang', { loi: 'form.incomplete' });
  const found = await api<{ number: string; accessKey: string }>('POST', '/order-look-ups', {
    number,
    phone,
    code: field('code').replace(/\D/g, ''),
  });
  if (found.status === 404) return goTo('/don-hang', { loi: 'order.not-found' });
  if (!found.ok) return goTo('/don-hang', { buoc: 'ma', loi: found.status === 400 ? 'code.wrong' : found.code });
  dropDraft(event, 'tra-don');
  return goTo(`/don-hang/${found.data.number}`, { key: found.data.accessKey });
});
