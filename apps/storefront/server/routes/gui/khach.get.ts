/**
 * Who is signed in and how many things lie in the cart: what the frame of a page for everybody lacks and the browser asks for afterwards. One
 * answer, also for those who have neither (a refusal would stand in the browser's log on every page).
 */
export default defineEventHandler(async (event) => {
  if (!event.node.req.headers.cookie) return { me: null, cartCount: 0 };
  const [me, cart] = await Promise.all([answerOf<object>(event, '/me'), answerOf<{ count: number }>(event, '/cart')]);
  return { me, cartCount: cart?.count ?? 0 };
});

async function answerOf<T>(event: Parameters<typeof callerHeaders>[0], path: string): Promise<T | null> {
  try {
    const headers = { ...callerHeaders(event), accept: 'application/json' };
    const answer = await fetch(`${useRuntimeConfig(event).apiUrl}/api/v1${path}`, { headers, signal: AbortSignal.timeout(10_000) });
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}
