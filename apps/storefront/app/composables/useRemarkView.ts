/** Which part of a desk's list of reviews or questions the address asks for: the first of `states` unless told. */
export function useRemarkView<State extends string>(states: readonly [State, ...State[]]) {
  const route = useRoute();
  const state = computed(() => states.find((one) => one === route.query.xem) ?? states[0]);
  const cursor = computed(() => (typeof route.query.cursor === 'string' ? route.query.cursor : undefined));
  const query = computed(() => ({ state: state.value, cursor: cursor.value, limit: 24 }));
  return { state, cursor, query };
}
