/** The end of a term as people say it: most terms end with a day, which the clock writes as 00:00 of the next. */
export function useDeadline() {
  const { t } = useI18n();
  const { day, moment } = useFormats();
  return (until: string) => {
    const at = new Date(until).getTime();
    const endsWithDay = (at + VIETNAM_AHEAD_MS) % DAY_MS === 0;
    return endsWithDay ? t('afterSale.endOfDay', { day: day(new Date(at - 1).toISOString()) }) : moment(until);
  };
}

const DAY_MS = 86_400_000;
/** Vietnam's clocks are 7 hours ahead of UTC all year. */
const VIETNAM_AHEAD_MS = 7 * 3_600_000;
