/** Asks for a code to a telephone that stands on a parcel; what was wanted waits on the device for the second screen. */
export default defineFormAction(async ({ event, field, api, goTo }) => {
  const [number, wish] = [parcelOfForm(field('number')), wishOfForm(field('viec'))];
  const party = field('ben') === 'sender' ? 'sender' : 'recipient';
  writeDraft(event, 'buu-gui', { number, wish, party });
  const { ok, code } = await api('POST', `/parcels/${encodeURIComponent(number)}/codes`, { party });
  return goTo(pageOfParcel(number), ok ? { viec: wish, ok: 'code-sent' } : { loi: problemOfParcel(code) });
});
