/** What a scanner read from a parcel, as a parcel number: the last part of a tracking link, or the number itself, without gaps. */
export function parcelNumberOf(read: string): string {
  const number = /^https?:/i.test(read) ? (read.split(/[?#]/)[0]!.replace(/\/+$/, '').split('/').at(-1) ?? '') : read;
  return encodeURIComponent(number.replace(/[\s-]/g, '').toUpperCase());
}
