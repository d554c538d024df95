import { findProductSet } from '@choxa/standards';
import type { Sample } from '~/types/samples';

/** What samples, their places and their strata are called. */
export function useSampleNames() {
  const { t, locale } = useI18n();
  const { periodName, provinces } = useAuditScope();
  const province = (code: string) => provinces.value.find((one) => one.code === code)?.name ?? code;
  const setName = (code: string) => findProductSet(code)?.[locale.value === 'en' ? 'en' : 'vi'] ?? code;

  return {
    setName,
    nameOf: ({ title, period }: Sample) => title || t('samples.unnamed', { period: periodName(period) }),
    placeOf({ provinces: drawnFrom, communes, period }: Sample): string {
      const places = [...(drawnFrom ?? []).map(province), ...(communes ?? [])];
      return `${periodName(period)} · ${places.length ? places.join(', ') : t('audit.nation')}`;
    },
    stratumName({ provinceCode, setCode }: { provinceCode: string | null; setCode: string | null }): string {
      const parts = [provinceCode && province(provinceCode), setCode && setName(setCode)].filter(Boolean);
      return parts.length ? parts.join(' · ') : t('samples.strata.all');
    },
  };
}
