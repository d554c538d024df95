import { Injectable } from '@nestjs/common';
import { localDay, NON_DELIVERY_REASON_CODES, NON_DELIVERY_REASONS, type NextAction, type NonDeliveryReason } from '@choxa/standards';
import { Clock } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import type { FailureReasonDto } from './delivery.dto.js';
import type { Fault } from './failure-reason.entity.js';

interface Row {
  code: NonDeliveryReason;
  fault: Fault;
  counts: boolean;
  nextAction: NextAction;
}

/** Why an attempt may have failed, as the table stands today, in the sequence of the code list. */
@Injectable()
export class FailureReasons {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  async today(): Promise<FailureReasonDto[]> {
    const rows = await this.db.rows<Row>(
      'postal.failure-reasons',
      `select code, fault, counts, next_action as "nextAction" from postal.failure_reason
        where valid_from <= $1 and (valid_to is null or valid_to > $1)`,
      [localDay(this.clock.now())],
    );
    return rows
      .map((row) => ({ ...row, ...NON_DELIVERY_REASONS[row.code] }))
      .sort((a, b) => NON_DELIVERY_REASON_CODES.indexOf(a.code) - NON_DELIVERY_REASON_CODES.indexOf(b.code));
  }
}
