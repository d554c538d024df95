import { identify, lives } from '@choxa/platform';
import type { ProcessIdentity } from '@choxa/platform';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../failure.js';

interface Record {
  readonly launcher: ProcessIdentity;
  readonly children: readonly ProcessIdentity[];
  readonly url: string;
}

/** The note in the data folder that says who runs on it, so that a second start is refused and a killed one is cleaned up. */
export class RunLock {
  private children: ProcessIdentity[] = [];

  private constructor(
    private readonly file: string,
    private readonly url: string,
  ) {}

  /**
   * Takes the folder, after stopping what a killed start left running.
   *
   * @param url where this start will answer
   * @throws Failure when another start is running on it
   */
  static async take(dataDir: string, url: string): Promise<RunLock> {
    mkdirSync(dataDir, { recursive: true });
    const lock = new RunLock(join(dataDir, 'running.json'), url);
    while (!lock.tryTake()) {
      const found = lock.read();
      if (found && lives(found.launcher)) {
        throw new Failure(
          `Chợ Xã đang chạy trên ${dataDir} rồi (tiến trình ${found.launcher.pid}, ${found.url}): hãy dừng nó, hoặc đặt DATA_DIR khác.`,
          `Chợ Xã is already running on ${dataDir} (process ${found.launcher.pid}, ${found.url}): stop it, or set another DATA_DIR.`,
        );
      }
      for (const child of found?.children ?? []) await stopProcess(child);
      rmSync(lock.file, { force: true });
    }
    return lock;
  }

  /** Remembers a process we started, so that the next start can stop it if we are killed. */
  remember(pid: number): void {
    const identity = identify(pid);
    if (!identity) return;
    this.children.push(identity);
    const draft = `${this.file}.${process.pid}`;
    writeFileSync(draft, this.text());
    renameSync(draft, this.file);
  }

  release(): void {
    if (this.read()?.launcher.pid === process.pid) rmSync(this.file, { force: true });
  }

  /** Whole from the first moment on: the text is written aside and then linked into place. */
  private tryTake(): boolean {
    const draft = `${this.file}.${process.pid}`;
    try {
      writeFileSync(draft, this.text());
      linkSync(draft, this.file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }

  private text(): string {
    return JSON.stringify({ launcher: identify(process.pid)!, children: this.children, url: this.url } satisfies Record);
  }

  private read(): Record | undefined {
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as Record;
    } catch {
      return undefined;
    }
  }
}

/** Asks a process to end, forces it after ten seconds, and returns when it is gone. */
export async function stopProcess(target: ProcessIdentity): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGTERM', 10],
    ['SIGKILL', 5],
  ] as const) {
    if (!lives(target)) return;
    try {
      process.kill(target.pid, signal);
    } catch {
      return;
    }
    for (const end = Date.now() + seconds * 1000; lives(target) && Date.now() < end;) await sleep(25);
  }
}
