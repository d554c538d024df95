import type { Listed } from '~/types/api';
import type { RegisteredOffice } from '~/types/post-network';

/** Looks up an office of the operator one manages by its code, as typed; null where there is none. */
export function useOfficeByCode() {
  const api = useApi();
  return async (typed: string): Promise<RegisteredOffice | null> => {
    const code = typed.trim().toUpperCase();
    if (!code) return null;
    const { data } = await api<Listed<RegisteredOffice>>('/post/office-register', { query: { q: code } });
    return data.find((office) => office.code === code) ?? null;
  };
}
