import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** So many rows are done; going back is allowed (a transaction tried again). */
  at(rows: number): void;
  stop(): void;
}

/** A bar on a terminal, else a line for every tenth. On standard error, so that the report alone is on standard output. */
export function showProgress(total: number, out: NodeJS.WriteStream = process.stderr): Progress {
  if (out.isTTY) {
    const bar = new SingleBar(
      { stream: out, format: '{bar} {percentage} % | {value}/{total} dòng / rows', clearOnComplete: true },
      Presets.shades_classic,
    );
    bar.start(total, 0);
    return { at: (rows) => bar.update(rows), stop: () => bar.stop() };
  }
  let tenth = 0;
  return {
    at: (rows) => {
      const now = Math.floor((rows * 10) / total);
      if (now > tenth) out.write(`${rows}/${total} dòng / rows\n`);
      tenth = now;
    },
    stop: () => {},
  };
}
