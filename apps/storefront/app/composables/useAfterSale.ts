import type { AfterSale, AfterSalePart } from '~/types/api';

/** What can be done about an order after it was placed; `part` is the one the address names, else the first. */
export function useAfterSale() {
  const api = useApi();
  const route = useRoute();
  const number = computed(() => String(route.params.number));
  const orderKey = computed(() => (typeof route.query.key === 'string' ? route.query.key : undefined));
  const resource = useResource(
    () => `after-sale-${number.value}`,
    () => api<AfterSale>(`/orders/${encodeURIComponent(number.value)}/after-sale`, { query: { key: orderKey.value } }),
  );
  const partOf = ({ parts }: AfterSale): AfterSalePart | undefined =>
    parts.find((part) => part.sellerOrderId === route.query.phan) ?? parts[0];
  const { data: kept } = useDraft('sau-don');
  /** What was typed about a part and not yet right. */
  const draftOf = ({ sellerOrderId }: AfterSalePart): Record<string, string> =>
    route.query.loi && kept.value.sellerOrderId === sellerOrderId ? kept.value : {};
  const back = computed(() => ({ path: `/don-hang/${number.value}`, query: orderKey.value ? { key: orderKey.value } : {} }));
  return { number, orderKey, resource, partOf, draftOf, back };
}
