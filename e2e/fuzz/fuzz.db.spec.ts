import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { TwoSides } from '../doors/two-sides.js';
import { Answers } from './answers.js';
import { operationsOf, type ApiDocument, type Operation } from './operations.js';
import { invalidRequests, validRequests, type FuzzRequest } from './requests.js';

// Promise 21. `npm run drill -- --drill fuzz` sends the full count through this file (FUZZ_REQUESTS) and judges the slowest answer; FUZZ_SEED sends
// the same requests again. The mutant e2e/mutants/number-unguarded.patch must make it fail.
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 2000);
const SEED = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31));
const SHOWN = 25;

describe(`requests made from the API’s own document, seed ${SEED}`, () => {
  let sides: TwoSides;
  let document: ApiDocument;
  let operations: Operation[];
  let answers: Answers;
  const report = { seed: SEED, requests: 0, taken: 0, slowestMs: 0, slowest: '', faults: 0 };
  beforeAll(async () => {
    sides = await TwoSides.open();
    ({ document, operations } = await operationsOf(sides.world));
    answers = new Answers(document);
  }, 240_000);
  afterAll(async () => {
    if (process.env.FUZZ_REPORT) writeFileSync(process.env.FUZZ_REPORT, JSON.stringify(report));
    await sides.world.close();
  });

  const kinds = [
    ['that keep to it', validRequests],
    ['that break it', invalidRequests],
  ] as const;

  it.each(kinds)(
    `${REQUESTS} %s: none is answered 5xx, and every answer is as documented`,
    async (_kind, arbitrary) => {
      const requests = fc.sample(arbitrary(operations, document, [sides.a, sides.b]), { seed: SEED, numRuns: REQUESTS });
      const faults: string[] = [];
      for (const [n, request] of requests.entries()) {
        const fault = await sent(request, n);
        if (fault) faults.push(`#${n} ${fault}`);
      }
      report.faults += faults.length;
      expect(faults.slice(0, SHOWN)).toEqual([]);
      // Not everything is refused at the door.
      expect(report.taken).toBeGreaterThan(REQUESTS / 20);
    },
    1_800_000,
  );

  async function sent({ operation, as, path, headers, body }: FuzzRequest, n: number): Promise<string | null> {
    const { world, a } = sides;
    const { method, name } = operation.route;
    const begin = performance.now();
    const keyed = { 'idempotency-key': `fuzz-${SEED}-${n}`, ...headers };
    const answer = await world.http(method, path, { ...(as ? { as: a.actors[as] } : {}), body, headers: keyed });
    const took = performance.now() - begin;
    report.requests += 1;
    report.taken += Number(answer.status < 300);
    // Sheets of labels and other files are streamed, and as long as somebody wished.
    if (answer.body && took > report.slowestMs) Object.assign(report, { slowestMs: Math.round(took), slowest: `${method} ${path}` });
    const fault = answers.fault(operation, answer);
    return fault && `${name} as ${as}: ${method} ${path.slice(0, 200)} ${body?.slice(0, 300) ?? ''}: ${fault}`;
  }
});
