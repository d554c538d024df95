/** One SQL text with its values. `name` is empty where the text is too rare to be kept prepared. */
export interface Statement {
  name: string;
  text: string;
  params: unknown[];
}

/** Collects values and gives each its `$n`. */
export class Params {
  readonly values: unknown[] = [];

  /** The placeholder of `value`, cast to a Postgres type. */
  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }

  /**
   * The placeholder of a tsquery, written so that the planner does not look into it: it then keeps one plan for all texts. Planning anew for each
   * costs as much as finding the few packs that most texts find, and gives the same plan.
   */
  addWords(words: string): string {
    return `(select ${this.add(words, 'tsquery')})`;
  }
}
