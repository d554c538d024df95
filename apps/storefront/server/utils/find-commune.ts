import type { Draft } from './drafts.js';
import type { FormAction } from './form-action.js';

export interface FoundPlace {
  code: string;
  name: string;
  provinceCode: string;
  provinceName: string;
}

export type Found = { outcome: 'one'; place: FoundPlace } | { outcome: 'several' | 'none' } | { outcome: 'failed'; code: string };

interface Resolution {
  outcome: 'one' | 'several' | 'none';
  candidates: FoundPlace[];
}

/**
 * The commune meant by a picked code, else by typed words: today's name, an older one, or a whole address. `several` when
 * more than one is possible: the visitor is then asked.
 * @param asked.province code of the province chosen beside it, or empty
 */
export async function findCommune(api: FormAction['api'], asked: { text: string; province: string; code: string }): Promise<Found> {
  if (/^\d{5}$/.test(asked.code)) {
    const { ok, data, status, code } = await api<FoundPlace>('GET', `/places/communes/${asked.code}`);
    if (ok) return { outcome: 'one', place: data };
    if (status !== 404) return { outcome: 'failed', code };
  }
  if (!asked.text) return { outcome: 'none' };
  const provinces = await api<{ data: { code: string; name: string }[] }>('GET', '/places/provinces');
  if (!provinces.ok) return { outcome: 'failed', code: provinces.code };
  const province = provinces.data.data.find(({ code }) => code === asked.province)?.name;
  // Both in one box: a name beside a province would count as a commune's, while people also type their old district.
  const query = new URLSearchParams({ commune: [asked.text, province].filter(Boolean).join(', ') });
  const { ok, data, code } = await api<Resolution>('GET', `/places/resolve?${query}`);
  if (!ok) return { outcome: 'failed', code };
  return data.outcome === 'one' ? { outcome: 'one', place: data.candidates[0]! } : { outcome: data.outcome };
}

/** The commune code a form carries (`PlaceFields.vue`); empty when it was picked for other words or another province than those typed now. */
export function pickedCode(field: FormAction['field'], { commune, province, communeCode }: Draft): string {
  return field('communeFor') === commune && field('provinceFor') === province ? (communeCode ?? '') : '';
}
