import { formatPeriod, localQuarter, parsePeriod, periodKey, shiftPeriod } from '@choxa/standards';

/** Ended quarters that are shown: a year. */
const SHOWN = 4;

/** The quarter an address asks for (`quy`), the last one that ended unless told; and tabs for the last four, under `path`. */
export function useReportQuarters(path: string | (() => string)) {
  const route = useRoute();
  const { locale } = useI18n();
  const running = parsePeriod(localQuarter(new Date()));
  const ended = running.ok ? Array.from({ length: SHOWN }, (_, back) => shiftPeriod(running.period, -1 - back)) : [];
  const quarter = computed(() => ended.map(periodKey).find((key) => key === route.query.quy) ?? periodKey(ended[0]!));
  const tabs = computed(() =>
    ended.map((period) => ({
      key: periodKey(period),
      text: formatPeriod(period, locale.value === 'en' ? 'en' : 'vi'),
      to: { path: toValue(path), query: { quy: periodKey(period) } },
      current: periodKey(period) === quarter.value,
    })),
  );
  return { quarter, tabs };
}
