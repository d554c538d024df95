import { formatPeriod, parsePeriod } from '@choxa/standards';
import type { Listed } from '~/types/api';

/** What the officials' pages look at: a period and perhaps one province, both in the address, so that every view can be shared. */
export function useAuditScope() {
  const route = useRoute();
  const api = useApi();
  const { locale } = useI18n();
  const { me, provinces } = useShell();
  const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

  const periods = useResource('audit-periods', () => api<Listed<string>>('/audit/periods'));
  const period = computed(() => text(route.query.period) ?? periods.data?.data[0]);
  const province = computed(() => text(route.query.province));
  /** Quarters, newest first, then the years they lie in. */
  const choices = computed(() => {
    const quarters = periods.data?.data ?? [];
    return [...quarters, ...new Set(quarters.map((key) => key.slice(0, 4)))];
  });
  function periodName(key: string): string {
    const read = parsePeriod(key);
    return read.ok ? formatPeriod(read.period, locale.value === 'en' ? 'en' : 'vi') : key;
  }
  const seesNation = computed(() => me.value?.roles.some(({ role, scopeKind }) => role === 'official' && scopeKind === 'nation') ?? false);
  return {
    period,
    province,
    choices,
    periodName,
    seesNation,
    provinces,
    provinceName: computed(() => provinces.value.find(({ code }) => code === province.value)?.name),
    /** For the `query` of requests and of links that keep the view. */
    query: computed(() => ({
      ...(text(route.query.period) ? { period: period.value } : {}),
      ...(province.value ? { province: province.value } : {}),
    })),
  };
}
