/** What a scanner read from a parcel, as a parcel number: the last part of a tracking link, or the number itself, without gaps. */
export function parcelNumberOf(read: string): string {
  const number = /^https?:/i.test(read) ? (read.split(/[?#]/)[0]!.replace(/\/+$/, '').split('/').at(-1) ?? '') : read;
  return encodeURIComponent(number.replace(/[\s-]/g, '').toUpperCase());
}

/** The parcel numbers of a household's QR code: several of them with spaces between; empty where a text is no such list. */
export function parcelNumbersIn(read: string): string[] {
  const parts = read.trim().toUpperCase().split(/\s+/);
  return parts.every((part) => /^[A-Z]{2,5}\d{9,11}([A-Z]{2})?$/.test(part)) ? [...new Set(parts)] : [];
}
