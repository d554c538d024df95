/**
 * Answers that are the same for everybody, kept for some seconds; many askers at once share one look. An answer that failed is not kept. Wall
 * time on purpose: this is the age of a copy, not a rule.
 */
export class KeptAnswers<Answer> {
  private readonly kept = new Map<string, { until: number; answer: Promise<Answer> }>();

  constructor(
    private readonly keptMs: number,
    private readonly mostKept: number,
  ) {}

  forget(): void {
    this.kept.clear();
  }

  /** The answer of not long ago, or the one `make` gives now. */
  of(key: string, make: () => Promise<Answer>): Promise<Answer> {
    const now = performance.now();
    const known = this.kept.get(key);
    if (known && known.until > now) return known.answer;
    this.kept.delete(key);
    if (this.kept.size >= this.mostKept) this.kept.delete(this.kept.keys().next().value!);
    const answer = make();
    this.kept.set(key, { until: now + this.keptMs, answer });
    answer.catch(() => this.kept.delete(key));
    return answer;
  }
}
