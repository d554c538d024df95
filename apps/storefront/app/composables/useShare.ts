/** Shares as the API cut them: never rounded here, for 99.996 % must not read as 100 %. */
export function useShare() {
  const { t, locale } = useI18n();
  /** A decimal of the API as the page's language writes it: `0.81` → `0,81`. */
  const inWriting = (value: string) => (locale.value === 'en' ? value : value.replace('.', ','));
  /** `66.66` → `66,66 %`; `100.00` → `100 %`; null → "none arose". */
  const percent = (share: string | null) =>
    share === null ? t('audit.noneArose') : t('stat.percent', { share: inWriting(share.replace(/\.0+$/, '')) });
  return { inWriting, percent };
}
