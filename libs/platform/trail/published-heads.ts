import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import type { ChainHead } from './chain.rules.js';

export interface PublishedHead extends ChainHead {
  at: Date;
}

/** The heads as they were seen from outside the database: whoever rewrites the chain in it does not rewrite these too. */
@Injectable()
export class PublishedHeads {
  constructor(private readonly config: Config) {}

  /** Adds one line, `time sequence hash`, to the file of its month. */
  async add({ at, sequence, hash }: PublishedHead): Promise<void> {
    await mkdir(this.config.auditHeadsDir, { recursive: true });
    const time = at.toISOString();
    await appendFile(join(this.config.auditHeadsDir, `${time.slice(0, 7)}.txt`), `${time} ${sequence} ${hash}\n`);
  }

  /** All of them, in the order of their places in the chain; none where nothing was published. Throws on a line that is no head. */
  async all(): Promise<PublishedHead[]> {
    const folder = this.config.auditHeadsDir;
    const files = (await filesIn(folder)).filter((name) => /^\d{4}-\d{2}\.txt$/.test(name)).toSorted();
    const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
    return texts
      .flatMap((text) => text.split('\n').filter(Boolean).map(readLine))
      .toSorted((one, other) => one.sequence - other.sequence || one.at.getTime() - other.at.getTime());
  }
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function readLine(line: string): PublishedHead {
  const [, time, sequence, hash] = /^(\S+) (\d+) ([0-9a-f]{64})$/.exec(line) ?? [];
  if (!time || !sequence || !hash) throw new Error(`no head of the audit trail: ${line}`);
  return { at: new Date(time), sequence: Number(sequence), hash };
}
