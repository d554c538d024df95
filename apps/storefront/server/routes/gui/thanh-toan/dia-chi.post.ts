import { randomUUID } from 'node:crypto';
import { findCommune, pickedCode } from '../../../utils/find-commune.js';

/** First screen of the checkout: who receives, and where. Old place names are understood; a divided place is asked about, never guessed. */
export default defineFormAction(async ({ event, field, api, goTo }) => {
  const before = readDraft(event, 'thanh-toan');
  // The checkout's Idempotency-Key: kept until its order is seen, so that pressing again finds that order.
  const draft: Record<string, string> = { ...before, key: before.key || randomUUID(), errors: '' };
  for (const name of ['recipientName', 'phone', 'province', 'commune', 'communeCode', 'street']) draft[name] = field(name).slice(0, 200);
  const errors: Record<string, string> = {};
  if (draft.recipientName!.length < 2) errors.recipientName = 'name';
  if (draft.phone!.replace(/\D/g, '').length < 8) errors.phone = 'phone';
  if (!draft.street) errors.street = 'street';

  const found = await findCommune(api, { text: draft.commune!, province: draft.province!, code: pickedCode(field, draft) });
  if (found.outcome === 'one')
    Object.assign(draft, {
      communeCode: found.place.code,
      province: found.place.provinceCode,
      placeName: `${found.place.name}, ${found.place.provinceName}`,
    });
  else {
    draft.communeCode = '';
    if (found.outcome === 'failed') return keep({ loi: found.code });
    errors.commune = found.outcome;
  }
  if (!draft.commune && found.outcome === 'one') draft.commune = found.place.name;
  if (Object.keys(errors).length)
    return keep({ loi: errors.commune === 'several' && Object.keys(errors).length === 1 ? 'place.several' : 'form.incomplete' });
  writeDraft(event, 'thanh-toan', draft);
  return goTo('/thanh-toan', { buoc: 'xem' });

  function keep(flash: { loi: string }): Promise<void> {
    writeDraft(event, 'thanh-toan', { ...draft, errors: JSON.stringify(errors) });
    return goTo('/thanh-toan', flash);
  }
});
