/** Where the phone is now, in degrees, and how far off it may be in metres; null where it does not say within some seconds. */
export function whereAmI(): Promise<{ latitude: number; longitude: number; accuracyMeters: number } | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null);
  return new Promise((answer) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => answer({ latitude, longitude, accuracyMeters: Math.round(accuracy) }),
      () => answer(null),
      { enableHighAccuracy: true, timeout: 12_000, maximumAge: 30_000 },
    ),
  );
}
