import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';

export const EVERY = 'choxa:every';

/** Something that becomes due by the passing of time. */
export interface TimedWork {
  /** Does what is due now; harmless when nothing is, when it was done already, and when two processes do it at once. */
  run(): Promise<unknown>;
}

/** Marks a class whose `run` a working process calls every so many seconds, and once at its start. */
export function Every(seconds: number) {
  return (target: new (...args: never[]) => TimedWork) => {
    applyDecorators(Injectable(), SetMetadata(EVERY, seconds))(target);
  };
}
