import { Injectable } from '@nestjs/common';
import { Turns } from '@choxa/platform';
import { auditProblem } from '../audit.problems.js';

/** Files made at once in one process: shoppers come first. */
const AT_ONCE = 2;
/** Others that may wait for their turn. */
const WAITING = 8;
const RETRY_AFTER_SECONDS = 10;

/** Lets few files be made at a time, from the first read to the last byte, so that few tables lie in memory. */
@Injectable()
export class ExportGate extends Turns {
  /** `pass` throws Problem `export.busy` */
  constructor() {
    super(AT_ONCE, WAITING, () => auditProblem('export.busy', { retryAfterSeconds: RETRY_AFTER_SECONDS }));
  }
}
