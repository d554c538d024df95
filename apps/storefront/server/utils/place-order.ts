import type { Draft } from './drafts.js';
import type { FormAction } from './form-action.js';

interface Placed {
  number: string;
  accessKey: string;
}

/** Fields of the last screen that most people leave out; they wait in the draft when something has to be put right first. */
export const EXTRAS = ['officeCode', 'gift', 'note', 'digitalAddress', 'latitude', 'longitude'] as const;

/** Faults of these fields are put right on the first screen, all others on the last. */
const FIRST_SCREEN = ['recipientName', 'phone', 'communeCode', 'street'];

/**
 * Places the order that the draft describes, once, however often it is sent (the draft carries its Idempotency-Key), and goes where the shopper
 * has to look next. Whatever stands in the way, the draft keeps all that was typed.
 */
export async function placeOrder({ event, api, goTo }: FormAction, draft: Draft): Promise<void> {
  const answer = await api<Placed>('POST', '/orders', orderOf(draft), { 'idempotency-key': draft.key! });
  if (answer.ok) {
    dropDraft(event, 'thanh-toan');
    return goTo(`/don-hang/${encodeURIComponent(answer.data.number)}`, { key: answer.data.accessKey, ok: 'ordered' });
  }
  const wrong = faultsOf(answer.errors);
  writeDraft(event, 'thanh-toan', { ...draft, errors: JSON.stringify(wrong) });
  if (answer.code === 'cod.verify-phone') return sendCode({ event, api, goTo }, draft);
  if (/^stock\.|^cart\.(empty|full)/.test(answer.code)) return goTo('/gio-hang', { loi: answer.code });
  const atFirst = FIRST_SCREEN.some((field) => field in wrong);
  const loi = answer.status === 400 ? 'form.incomplete' : answer.code;
  return atFirst ? goTo('/thanh-toan', { loi: 'form.incomplete' }) : goTo('/thanh-toan', { buoc: 'xem', loi });
}

/** Sends the code that shows whose phone it is, and asks for it. */
export async function sendCode({ api, goTo }: Pick<FormAction, 'event' | 'api' | 'goTo'>, { phone }: Draft): Promise<void> {
  const { ok, code } = await api('POST', '/cart/phone-codes', { phone });
  return goTo('/thanh-toan', { buoc: 'ma', ...(ok ? { ok: 'code-sent' } : { loi: code }) });
}

function orderOf(draft: Draft): Record<string, unknown> {
  const { recipientName, phone, communeCode, street, paymentMethod, expectedTotalVnd } = draft;
  return {
    recipientName,
    phone,
    communeCode,
    street,
    paymentMethod: paymentMethod || 'cod',
    ...(expectedTotalVnd ? { expectedTotalVnd: Number(expectedTotalVnd) } : {}),
    ...(draft.officeCode ? { officeCode: draft.officeCode } : {}),
    ...(draft.gift ? { gift: true } : {}),
    ...(draft.note ? { note: draft.note } : {}),
    ...(draft.digitalAddress ? { digitalAddress: draft.digitalAddress.replace(/[\s.-]/g, '').toUpperCase() } : {}),
    ...(draft.latitude ? { latitude: degrees(draft.latitude) } : {}),
    ...(draft.longitude ? { longitude: degrees(draft.longitude) } : {}),
  };
}

/** Vietnamese keyboards write `10,77`. What is no number goes as it is, and is refused with words. */
function degrees(text: string): string | number {
  const value = text.replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : text;
}

function faultsOf(errors: { pointer: string }[]): Draft {
  return Object.fromEntries(errors.map(({ pointer }) => [pointer.slice(1), pointer === '/phone' ? 'phone' : 'invalid']));
}
