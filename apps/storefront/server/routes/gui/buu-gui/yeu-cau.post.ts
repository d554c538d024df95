/** Asks for something of a parcel with the code that was sent. What was typed stays on the device until it is done. */
export default defineFormAction(async ({ event, field, api, goTo }) => {
  const [number, wish] = [parcelOfForm(field('number')), wishOfForm(field('viec'))];
  const party = field('ben') === 'sender' ? 'sender' : 'recipient';
  const [words, kind, street, office] = [field('words').slice(0, 1000), field('kind'), field('street').slice(0, 300), field('office')];
  writeDraft(event, 'buu-gui', { number, wish, party, words, kind, street, office });
  const code = field('code').replace(/\D/g, '');
  const asked: Record<string, [path: string, body: object, done: string]> = {
    'chua-nhan': ['dispute', { code, words }, 'disputed'],
    'boi-thuong': ['claims', { code, party, kind, words }, 'claimed'],
    'doi-noi': ['redirection', office ? { code, kind: 'office', officeCode: office } : { code, kind: 'address', street }, 'redirected'],
  };
  const [path, body, done] = asked[wish]!;
  const answer = await api('POST', `/parcels/${encodeURIComponent(number)}/${path}`, body);
  if (!answer.ok) {
    const wrongCode = answer.errors.some(({ pointer }) => pointer === '/code');
    const fault = wrongCode ? 'code.wrong' : answer.status === 400 ? 'form.incomplete' : problemOfParcel(answer.code);
    return goTo(pageOfParcel(number), { viec: wish, loi: fault });
  }
  dropDraft(event, 'buu-gui');
  return goTo(pageOfParcel(number), { ok: done });
});
