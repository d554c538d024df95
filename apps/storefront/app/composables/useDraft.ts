/** What the visitor typed into an earlier screen of a form (server/utils/drafts.ts). */
export function useDraft(name: 'thanh-toan' | 'dang-nhap' | 'hoi-dap' | 'dia-chi' | 'tra-don' | 'sau-don' | 'buu-gui') {
  const request = useRequestFetch();
  return useAsyncData(`draft-${name}`, () => request<Record<string, string>>(`/gui/nhap/${name}`), {
    default: () => ({}) as Record<string, string>,
  });
}

/** The faults found in a draft, by field. */
export function draftErrors(draft: Record<string, string>): Record<string, string> {
  try {
    const errors: unknown = JSON.parse(draft.errors ?? '{}');
    return typeof errors === 'object' && errors !== null ? (errors as Record<string, string>) : {};
  } catch {
    return {};
  }
}
