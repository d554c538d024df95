import type { NextAction, NonDeliveryReason } from '@choxa/standards';
import type { FailureReason } from '~/types/desk';

/** What usually comes after a failed attempt, by its reason, as the post's table stands today; empty while there is no network. */
export function useUsualActions() {
  const api = useApi();
  const usual = useState<Partial<Record<NonDeliveryReason, NextAction>>>('usual-actions', () => ({}));
  onMounted(async () => {
    if (Object.keys(usual.value).length) return;
    const reasons = await api<{ data: FailureReason[] }>('/post/failure-reasons').catch(() => null);
    if (reasons) usual.value = Object.fromEntries(reasons.data.map(({ code, nextAction }) => [code, nextAction]));
  });
  return usual;
}
