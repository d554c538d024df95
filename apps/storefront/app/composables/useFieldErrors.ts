import type { Problem } from '~/types/api';

/** What the API says about single fields, by JSON pointer (`/pack/priceVnd`). */
export function useFieldErrors(problem: () => Problem | null) {
  return (pointer: string): string | null => {
    const error = problem()?.errors.find((one) => one.pointer === pointer);
    return error ? (error.detail ?? error.code) : null;
  };
}
