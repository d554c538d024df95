import pg from 'pg';

const USED_OFTEN = 8;
const MOST_NAMED = 300;
const MOST_COUNTED = 3000;
const LONGEST_TEXT = 8000;

/**
 * Which statements are worth keeping prepared: those whose text, with parameters in it, comes again and again. Postgres then parses and plans
 * them once per connection, which for the short statements of a checkout is more than half of their cost.
 */
export class StatementNames {
  private readonly uses = new Map<string, number>();
  private readonly names = new Map<string, string>();
  private made = 0;

  /** The name under which `text` is prepared; undefined for one that is rare, or one too many. */
  of(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (text.length > LONGEST_TEXT || this.names.size >= MOST_NAMED) return undefined;
    const uses = (this.uses.get(text) ?? 0) + 1;
    if (uses >= USED_OFTEN) {
      this.uses.delete(text);
      return this.name(text);
    }
    // Texts that never repeat (lists written into them) must not pile up: the ones counted longest ago are forgotten.
    if (uses === 1 && this.uses.size >= MOST_COUNTED) this.uses.delete(this.uses.keys().next().value!);
    this.uses.set(text, uses);
    return undefined;
  }

  /** Gives `text` another name: what was prepared under the old one no longer fits the tables. */
  renew(text: string): void {
    if (this.names.has(text)) this.name(text);
  }

  private name(text: string): string {
    this.made += 1;
    const name = `choxa.${this.made}`;
    this.names.set(text, name);
    return name;
  }
}

const names = new StatementNames();

type Callback = (error: Error | null, result: unknown) => void;
type Query = (config: unknown, values?: unknown, callback?: Callback) => unknown;

/** A connection that keeps statements prepared which are used often. */
export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const send = this.query.bind(this) as Query;
    const prepared: Query = (config, values, callback) => {
      const name = typeof config === 'string' && Array.isArray(values) && values.length ? names.of(config) : undefined;
      if (name === undefined) return send(config, values, callback);
      const text = config as string;
      const heard: Callback = (error, result) => {
        if (isStale(error)) names.renew(text);
        callback?.(error, result);
      };
      if (callback) return send({ name, text, values }, heard);
      const answer = send({ name, text, values }) as Promise<unknown>;
      answer.catch((error: Error) => heard(error, undefined));
      return answer;
    };
    this.query = prepared as typeof this.query;
  }
}

/** A column was added or changed under a prepared `select *`. */
export function isStale(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return code === '0A000' && message!.includes('cached plan');
}
