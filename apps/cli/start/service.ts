import { identify } from '@choxa/platform';
import type { ProcessIdentity } from '@choxa/platform';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../failure.js';
import { LEAVE_WITH_PARENT } from './preparing.js';
import { stopProcess } from './run-lock.js';

const LOG_LIMIT_BYTES = 20_000_000;

/** Space for young objects in MB: Node's own default lets an idle API grow to 260 MB instead of 190 (measured, Node 24.21). */
const SMALL = ['--max-semi-space-size=8'];

/** A process of ours that serves HTTP: the API or the storefront. */
export class Service {
  private failure: string | undefined;
  private readonly identity: ProcessIdentity | undefined;
  private readonly logFrom: number;

  /**
   * Starts it. Its output goes to `logFile`; it ends by itself when we are killed.
   *
   * @param onExit called once when it ends, asked to or not
   */
  constructor(
    readonly name: string,
    script: string,
    private readonly logFile: string,
    env: NodeJS.ProcessEnv,
    cwd: string,
    onExit: () => void,
  ) {
    if (!existsSync(script))
      throw new Failure(`Thiếu ${script}: hãy chạy lại "npm start".`, `${script} is missing: run "npm start" again.`);
    mkdirSync(dirname(logFile), { recursive: true });
    const grown = (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES;
    const log = openSync(logFile, grown ? 'w' : 'a');
    this.logFrom = statSync(logFile).size;
    const child = spawn(process.execPath, [...LEAVE_WITH_PARENT, ...SMALL, script], {
      cwd,
      env: { ...env, NODE_ENV: 'production' },
      detached: true, // Ctrl-C reaches us alone, and we stop the rest in order
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.identity = child.pid === undefined ? undefined : identify(child.pid);
    child.on('error', (error) => this.ended(error.message, onExit));
    child.on('exit', (code, signal) => this.ended(`mã / code ${code ?? signal}`, onExit));
  }

  get pid(): number | undefined {
    return this.identity?.pid;
  }

  /** Why it is not running any more; undefined while it runs. */
  get ending(): Failure | undefined {
    if (this.failure === undefined) return undefined;
    const said = lastWords(readFileSync(this.logFile, 'utf8').slice(this.logFrom));
    return new Failure(
      `${this.name} đã dừng (${this.failure})${said === '' ? '' : `: ${said}`}; xem ${this.logFile}.`,
      `${this.name} stopped (${this.failure}); see ${this.logFile}.`,
    );
  }

  /**
   * Waits for the first 200 answer.
   *
   * @throws Failure when it ends before, or after `seconds`
   */
  async answers(url: string, seconds: number): Promise<void> {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(50)) {
      if (this.ending) throw this.ending;
      const response = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
      await response?.body?.cancel();
      if (response?.status === 200) return;
    }
    throw new Failure(
      `${this.name} không trả lời ${url} sau ${seconds} giây; xem ${this.logFile}.`,
      `${this.name} did not answer ${url} within ${seconds} s; see ${this.logFile}.`,
    );
  }

  async stop(): Promise<void> {
    if (this.identity) await stopProcess(this.identity);
  }

  private ended(failure: string, onExit: () => void): void {
    if (this.failure !== undefined) return;
    this.failure = failure;
    onExit();
  }
}

/** The line of a log that most likely says what went wrong: the message of the last error, plain or in pino's JSON. */
export function lastWords(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  const told = lines.findLast((line) => /"level":(50|60)|^(\w*Error|FATAL|error)\b/i.test(line.trim()));
  if (told === undefined) return '';
  try {
    const entry = JSON.parse(told) as { msg?: string; err?: { message?: string } };
    return (entry.err?.message ?? entry.msg ?? '').split('\n')[0]!;
  } catch {
    return told.trim().slice(0, 300);
  }
}
