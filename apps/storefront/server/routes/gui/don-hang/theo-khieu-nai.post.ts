const STEPS: Record<string, string> = { nhan: 'messages', chuyen: 'escalation', xong: 'closing' };

/** What a buyer does about an open complaint: writes again, brings it before an official, is content. */
export default defineFormAction(async ({ field, api, goTo, back }) => {
  const form = orderForm(field, back);
  const [step, text] = [STEPS[field('viec')], field('text').slice(0, 1000)];
  if (!step || (step === 'messages' && text.length < 2)) return goTo(form.page, { loi: 'form.incomplete' });
  const path = form.api(`complaints/${encodeURIComponent(field('id'))}/${step}`);
  const { ok, code } = await api('POST', path, step === 'messages' ? { text } : undefined);
  return goTo(form.page, ok ? { ok: 'saved' } : { loi: code });
});
