import type { Draft } from './drafts.js';
import { findCommune, pickedCode } from './find-commune.js';
import type { FormAction } from './form-action.js';

const FIELDS = ['label', 'recipientName', 'phone', 'province', 'commune', 'communeCode', 'street', 'digitalAddress'];

/** What was typed into the form of an address, its commune found where it can be, and the faults by field; `failed`: the look-up did not answer. */
export async function addressDraft({ api, field }: FormAction): Promise<{ draft: Draft; errors: Draft; failed?: string }> {
  const draft: Draft = Object.fromEntries(FIELDS.map((name) => [name, field(name).slice(0, 200)]));
  const errors: Draft = {};
  if (!draft.label) errors.label = 'label';
  if (draft.recipientName!.length < 2) errors.recipientName = 'name';
  if (draft.phone!.replace(/\D/g, '').length < 8) errors.phone = 'phone';
  if (!draft.street) errors.street = 'street';
  const found = await findCommune(api, { text: draft.commune!, province: draft.province!, code: pickedCode(field, draft) });
  if (found.outcome === 'one') return { draft: { ...draft, communeCode: found.place.code, province: found.place.provinceCode }, errors };
  draft.communeCode = '';
  if (found.outcome === 'failed') return { draft, errors, failed: found.code };
  return { draft, errors: { ...errors, commune: found.outcome } };
}
