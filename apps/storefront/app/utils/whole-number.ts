/** A whole number as typed, dots and spaces between thousands included; what is none stays a text, which the API names as wrong. */
export function wholeNumber(typed: string): number | string {
  const digits = typed.replace(/[.\s\u00A0\u202F]/g, '');
  return /^\d+$/.test(digits) ? Number(digits) : typed;
}
