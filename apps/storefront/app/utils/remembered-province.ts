const KEY = 'tinh';

/** Code of the province this browser's shopper chose before; null without one, or where the browser keeps nothing. */
export function rememberedProvince(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Keeps the choice in this browser only; null forgets it. */
export function rememberProvince(code: string | null): void {
  try {
    if (code) localStorage.setItem(KEY, code);
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
