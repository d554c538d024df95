/** What may be asked of a parcel on its tracking page. */
const WISHES = ['doi-noi', 'chua-nhan', 'boi-thuong'];

export function wishOfForm(text: string): string {
  return WISHES.includes(text) ? text : WISHES[0]!;
}

export function parcelOfForm(text: string): string {
  return text.slice(0, 40);
}

/** The tracking page, where its forms stand. */
export function pageOfParcel(number: string): string {
  return `/theo-doi/${encodeURIComponent(number)}#yeu-cau`;
}

/** The API's words for a parcel's code under the names that the pages have sentences for. */
export function problemOfParcel(code: string): string {
  return { 'parcel-code.wrong': 'code.wrong', 'parcel-code.over': 'code.expired', 'parcel-code.wait': 'code.too-many' }[code] ?? code;
}
