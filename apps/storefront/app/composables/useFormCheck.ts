/**
 * Checks a form when it is sent, and from then on while it is being put right, so that a mark goes away with its fault.
 *
 * @param check what is wrong with each field; an empty text where nothing is
 */
export function useFormCheck<Field extends string>(check: () => Record<Field, string>) {
  const tried = ref(false);
  const wrong = computed<Partial<Record<Field, string>>>(() => (tried.value ? check() : {}));
  /** Whether the form may be sent; if not, the first wrong field gets the focus. */
  async function passes(): Promise<boolean> {
    tried.value = true;
    if (!Object.values(wrong.value).some(Boolean)) return true;
    await nextTick();
    document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus();
    return false;
  }
  return { wrong, passes };
}
