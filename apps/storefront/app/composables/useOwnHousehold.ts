/** The household one works for at the desk: the account's only one, or the one chosen last on this device. */
export function useOwnHousehold() {
  const { me } = useShell();
  const chosen = useCookie<string | null>('ho', { path: '/', sameSite: 'lax', maxAge: 31_536_000 });
  const households = computed(() => me.value?.households ?? []);
  const id = computed(() => (households.value.find((one) => one.id === chosen.value) ?? households.value[0])?.id);
  return {
    households,
    /** For the `?household=` of the desk's requests; undefined while nobody is known. */
    id,
    choose: (householdId: string) => (chosen.value = householdId),
  };
}
