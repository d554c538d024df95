/** A point on the map, typed or asked of the phone when somebody taps; degrees as text, six decimals (10 cm). */
export function useWhereabouts(known: { latitude?: string; longitude?: string }) {
  const latitude = ref(known.latitude ?? '');
  const longitude = ref(known.longitude ?? '');
  const state = ref<'idle' | 'asking' | 'failed'>('idle');
  const offered = ref(false);
  onMounted(() => (offered.value = 'geolocation' in navigator));

  function locate(): void {
    state.value = 'asking';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        latitude.value = coords.latitude.toFixed(6);
        longitude.value = coords.longitude.toFixed(6);
        state.value = 'idle';
      },
      () => (state.value = 'failed'),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  }
  return { latitude, longitude, state, locate, offered };
}
