/**
 * JSON text of the same meaning in ASCII alone (`\u1ea1` for `ạ`). Node sends such a text as it is; one with Vietnamese letters it turns into
 * UTF-8 letter by letter, which was a quarter of what a list cost.
 */
export function asciiJson(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
