/** Shares as the API cut them: never rounded here, for 99.996 % must not read as 100 %. */
export function useShare() {
  const { t, locale } = useI18n();
  /** `66.66` → `66,66 %`; `100.00` → `100 %`; null → "none arose". */
  function percent(share: string | null): string {
    if (share === null) return t('audit.noneArose');
    const plain = share.replace(/\.0+$/, '');
    return t('stat.percent', { share: locale.value === 'en' ? plain : plain.replace('.', ',') });
  }
  return { percent };
}
