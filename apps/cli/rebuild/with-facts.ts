import type { INestApplicationContext } from '@nestjs/common';
import { FactsUntold } from '@choxa/audit';
import { Failure } from '../failure.js';
import { onDatabase } from '../import/on-database.js';

/** Does what makes the facts anew with the whole application behind it. @throws Failure also when a lib cannot tell its facts */
export function withFacts<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  return onDatabase(
    async (app) => {
      try {
        return await work(app);
      } catch (error) {
        if (!(error instanceof FactsUntold)) throw error;
        const kinds = error.kinds.join(', ');
        throw new Failure(
          `Không có nơi kể lại dữ kiện: ${kinds}. Chưa đổi gì cả.`,
          `Nobody tells these facts again: ${kinds}. Nothing was changed.`,
        );
      }
    },
    ['Đã dừng giữa chừng: dữ kiện vẫn như cũ.', 'Stopped half-way: the facts are as they were.'],
  );
}

/** Shows how far the telling is: a running count on a terminal, else a line for each kind when it begins. On standard error. */
export function showTold(out: NodeJS.WriteStream = process.stderr): (kind: string, facts: number) => void {
  let current = '';
  return (kind, facts) => {
    if (out.isTTY) out.write(`\r${kind}: ${facts}\x1b[K`);
    else if (kind !== current) out.write(`${kind} …\n`);
    current = kind;
  };
}
