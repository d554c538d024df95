import type { Listed } from '~/types/api';

/** What a question to the audit may name, each in the address under the name the API knows it by, so that every view can be shared. */
const NAMES = ['period', 'version', 'province', 'commune', 'household', 'product', 'set', 'operator'] as const;
type ScopeName = (typeof NAMES)[number];
export type ScopeQuery = Partial<Record<ScopeName, string>>;

/** What the officials' pages look at. */
export function useAuditScope() {
  const route = useRoute();
  const api = useApi();
  const { locale } = useI18n();
  const { me, provinces } = useShell();
  const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

  const periods = useResource('audit-periods', () => api<Listed<string>>('/audit/periods'));
  /** For the `query` of requests and of links that keep the view. */
  const query = computed<ScopeQuery>(() => pick((name) => text(route.query[name])));
  const period = computed(() => query.value.period ?? periods.data?.data[0]);
  const province = computed(() => query.value.province);

  return {
    period,
    province,
    query,
    choices: computed(() => periodChoices(periods.data?.data ?? [])),
    periodName: (key: string): string => periodNameOf(key, locale.value),
    seesNation: computed(() => me.value?.roles.some(({ role, scopeKind }) => role === 'official' && scopeKind === 'nation') ?? false),
    provinces,
    provinceName: computed(() => provinces.value.find(({ code }) => code === province.value)?.name),
    /** The same view of another page, or with a name changed (an empty text drops it); `beside`: what else the address says. */
    linkTo: (path: string, change: ScopeQuery = {}, beside: Record<string, string> = {}) => ({
      path,
      query: { ...pick((name) => change[name] ?? query.value[name]), ...beside },
    }),
  };
}

function pick(of: (name: ScopeName) => string | undefined): ScopeQuery {
  return Object.fromEntries(NAMES.flatMap((name) => (of(name) ? [[name, of(name)]] : [])));
}
