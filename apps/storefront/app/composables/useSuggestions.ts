import type { Suggestion } from '~/types/api';

const PAUSE_MS = 120;

/** Suggestions for what is being typed, asked for after a short pause. An answer that comes late, or not at all, shows nothing. */
export function useSuggestions() {
  const api = useApi();
  const suggestions = ref<Suggestion[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  function close(): void {
    clearTimeout(timer);
    asked += 1;
    suggestions.value = [];
  }

  async function ask(q: string): Promise<void> {
    const own = (asked += 1);
    const answer = await api<{ data: Suggestion[] }>('/products/suggestions', { query: { q } }).catch(() => ({ data: [] }));
    if (own === asked) suggestions.value = answer.data;
  }

  /** Asks for text of two letters or more; what is shown meanwhile stays. */
  function look(text: string): void {
    const q = text.trim().slice(0, 100);
    clearTimeout(timer);
    if (q.length < 2) close();
    else timer = setTimeout(() => void ask(q), PAUSE_MS);
  }

  onScopeDispose(close);
  return { suggestions, look, close };
}
