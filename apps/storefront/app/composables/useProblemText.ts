import type { Problem } from '~/types/api';

/** Says a problem in the visitor's language: our own sentence for a known code, else the API's, else a general one. */
export function useProblemText() {
  const { t, te } = useI18n();
  function problemText(problem: Problem): string {
    // Codes are dotted words; anything else could name a branch of the texts instead of a sentence.
    if (/^[a-z]+(\.[a-z0-9-]+)?$/.test(problem.code) && te(`problem.${problem.code}.text`)) return t(`problem.${problem.code}.text`);
    return problem.detail || problem.title || t('problem.other.text');
  }
  return { problemText };
}
