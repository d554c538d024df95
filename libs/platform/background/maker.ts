/**
 * Makes a file in a thread of its own: what the default export of a module named to the `Workshop` is. It sees nothing of the application but what it is
 * handed; that and its answer are values (no classes of ours, no functions).
 *
 * @param head what it is told first
 * @param parts the rest, in the order it was handed over
 */
export type Maker<Head, Part, Made extends { bytes: Uint8Array }> = (head: Head, parts: readonly Part[]) => Promise<Made>;

/** Any of them: what it is told and answers is known to who names it. */
export type AnyMaker = (head: never, parts: readonly never[]) => Promise<{ bytes: Uint8Array }>;

/** What is said to a thread: whose work begins and with what, one part more, that all is there. */
export type ToThread = { maker: string; head: unknown } | { part: unknown } | { all: true };

/** What a thread answers. */
export type FromThread = { made: { bytes: Uint8Array } } | { error: unknown };
