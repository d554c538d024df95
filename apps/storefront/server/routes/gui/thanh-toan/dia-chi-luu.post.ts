import { randomUUID } from 'node:crypto';

interface SavedAddress {
  id: string;
  recipientName: string;
  phone: string;
  communeCode: string;
  communeName: string;
  provinceCode: string | null;
  provinceName: string;
  street: string;
  digitalAddress: string | null;
  outdated: boolean;
}

/** Fills the checkout with one of the account's addresses. One whose commune is none today comes back to be put right. */
export default defineFormAction(async ({ event, field, api, goTo }) => {
  const { ok, data, code } = await api<{ data: SavedAddress[] }>('GET', '/account/addresses');
  if (!ok) return goTo('/thanh-toan', { loi: code });
  const address = data.data.find(({ id }) => id === field('id'));
  if (!address) return goTo('/thanh-toan', { loi: 'form.incomplete' });
  const { recipientName, phone, street, outdated } = address;
  const before = readDraft(event, 'thanh-toan');
  writeDraft(event, 'thanh-toan', {
    ...before,
    key: before.key || randomUUID(),
    recipientName,
    phone,
    street,
    commune: address.communeName,
    province: address.provinceCode ?? '',
    communeCode: outdated ? '' : address.communeCode,
    placeName: `${address.communeName}, ${address.provinceName}`,
    digitalAddress: address.digitalAddress ?? '',
    errors: outdated ? JSON.stringify({ commune: 'several' }) : '',
  });
  return outdated ? goTo('/thanh-toan', { loi: 'place.several' }) : goTo('/thanh-toan', { buoc: 'xem' });
});
