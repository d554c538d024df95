import { isInsidePrefix, isShortNumber, parseCompanyPrefix, parseGtin, type Gs1Code } from '@choxa/standards';

export type BarcodeFault =
  | 'barcode.length'
  | 'barcode.characters'
  | 'barcode.check-digit'
  | 'barcode.restricted'
  | 'barcode.prefix'
  | 'barcode.no-prefix'
  | 'barcode.outside-prefix';

export type EnteredGtin =
  | {
      readonly ok: true;
      readonly number14: string;
      /** Declared with this number; null when one on file covers it. */ readonly newPrefix: string | null;
    }
  | { readonly ok: false; readonly code: BarcodeFault };

const FAULTS: Partial<Record<Gs1Code, BarcodeFault>> = {
  'gs1.empty': 'barcode.length',
  'gs1.length': 'barcode.length',
  'gs1.characters': 'barcode.characters',
  'gs1.check-digit': 'barcode.check-digit',
};

/** What to tell a person of a number that cannot be read. */
export function barcodeFault(code: Gs1Code): BarcodeFault {
  return FAULTS[code] ?? 'barcode.restricted';
}

/**
 * Whether a household may put this number on its pack as a GS1 one (domain.md §3): well formed, not of a range nobody licenses, and inside a
 * company prefix the household declared — before, or now with the number. 8-digit numbers are licensed one by one and lie inside no prefix, so
 * a prefix on file is all that can be asked for them.
 */
export function readEnteredGtin(text: string, prefixesOnFile: readonly string[], declaredPrefix?: string | null): EnteredGtin {
  const item = parseGtin(text);
  if (!item.ok) return { ok: false, code: barcodeFault(item.code) };
  const { number14 } = item;
  const covers = (prefix: string): boolean => isShortNumber(number14) || isInsidePrefix(number14, prefix);
  if (declaredPrefix) {
    const declared = parseCompanyPrefix(declaredPrefix);
    if (!declared.ok) return { ok: false, code: 'barcode.prefix' };
    const { prefix } = declared;
    if (!covers(prefix)) return { ok: false, code: 'barcode.outside-prefix' };
    return { ok: true, number14, newPrefix: prefixesOnFile.includes(prefix) ? null : prefix };
  }
  if (prefixesOnFile.length === 0) return { ok: false, code: 'barcode.no-prefix' };
  return prefixesOnFile.some(covers) ? { ok: true, number14, newPrefix: null } : { ok: false, code: 'barcode.outside-prefix' };
}

/** The company prefix in which to look for a free number: the one named, else the only or first one on file. */
export function choosePrefix(
  prefixesOnFile: readonly string[],
  declaredPrefix?: string | null,
): { readonly ok: true; readonly prefix: string } | { readonly ok: false; readonly code: 'barcode.prefix' | 'barcode.no-prefix' } {
  if (declaredPrefix) {
    const declared = parseCompanyPrefix(declaredPrefix);
    return declared.ok ? declared : { ok: false, code: 'barcode.prefix' };
  }
  const [prefix] = prefixesOnFile;
  return prefix ? { ok: true, prefix } : { ok: false, code: 'barcode.no-prefix' };
}
