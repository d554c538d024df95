import type { Listed } from '~/types/api';
import type { PostOffice } from '~/types/desk';

/** The offices one works for, and the one chosen last on this device. */
export function usePostOffice() {
  const api = useApi();
  const kept = useCookie<string | null>('buu-cuc', { path: '/', sameSite: 'lax', maxAge: 31_536_000 });
  // Two parts of a page hold a cookie apart; the state is one.
  const chosen = useState('post-office', () => kept.value);
  const offices = useResource('post-offices', () => api<Listed<PostOffice>>('/post/offices'));
  const office = computed(() => offices.data?.data.find(({ id }) => id === chosen.value) ?? offices.data?.data[0]);
  return { offices, office, choose: (officeId: string) => (chosen.value = kept.value = officeId) };
}
