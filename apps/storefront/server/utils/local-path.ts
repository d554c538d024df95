/**
 * The path, query and fragment when `text` is an address on our own site, else undefined. Guards redirects: `//evil.example`,
 * `/\evil.example`, a scheme, or control characters never pass.
 */
export function localPath(text: string | undefined): string | undefined {
  if (!text || text[0] !== '/' || text.length > 2000) return undefined;
  const url = new URL('http://local');
  try {
    const parsed = new URL(text, url);
    return parsed.origin === url.origin ? parsed.pathname.replace(/^\/{2,}/, '/') + parsed.search + parsed.hash : undefined;
  } catch {
    return undefined;
  }
}
