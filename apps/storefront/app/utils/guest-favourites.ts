const KEY = 'yeu-thich';
/** As many as the account takes over at once. */
const MOST = 50;

/** Ids of the packs a guest likes; they are kept in this browser and nowhere else. */
export function guestFavourites(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Keeps these, newest first, in this browser; none forgets them. */
export function keepGuestFavourites(packIds: readonly string[]): void {
  try {
    if (packIds.length) localStorage.setItem(KEY, JSON.stringify(packIds.slice(0, MOST)));
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing forgets them when the page is left.
  }
}
