import type { Listed } from '~/types/api';
import type { BoardIndicator, TrendPoint } from '~/types/desk';

/**
 * The last quarters of the board's indicators, by number. Asked for in the browser one after another, for each is eight figures and none is needed
 * to read the board.
 */
export function useBoardTrends(board: () => BoardIndicator[], query: () => Record<string, string>) {
  const api = useApi();
  const trends = ref<Record<number, (number | null)[]>>({});
  let round = 0;

  async function load(): Promise<void> {
    const mine = ++round;
    trends.value = {};
    for (const { number } of board()) {
      try {
        const { data } = await api<Listed<TrendPoint>>(`/audit/indicators/${number}/trend`, { query: query() });
        if (mine !== round) return;
        trends.value[number] = data.map(({ value }) => (value === null ? null : Number(value)));
      } catch {
        // A picture less; the figure stands.
      }
    }
  }
  onMounted(() => watch(board, load, { immediate: true }));
  onBeforeUnmount(() => round++);
  return trends;
}
