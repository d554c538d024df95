import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, Events, platformProblem, violates, Trail, type Actor } from '@choxa/platform';
import { ProductChanged } from '../catalogue.events.js';
import { problem } from '../catalogue.problems.js';
import { lockOwnProduct } from '../products/product-lock.js';
import { RecognitionEntity } from './recognition.entity.js';
import { lastDayOf, levelFits, usualLevel, type IssuingLevel } from './recognition.rules.js';

export interface RecognitionInput {
  stars: number;
  authority: string;
  decisionNumber: string;
  /** `YYYY-MM-DD`. */
  decisionDate: string;
  /** Five stars central, else province, unless told. */
  issuingLevel?: IssuingLevel | null;
  /** The product set as the decision names it. */
  setNamed?: string | null;
}

/** A household says which OCOP decision its product has. It is shown as declared, without stars, until two officials have seen it. */
@Injectable()
export class DeclareRecognition {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, `recognition.known`, `recognition.future`, `recognition.level`. */
  async run(actor: Actor, productId: string, input: RecognitionInput): Promise<RecognitionEntity> {
    const now = this.clock.now();
    const decided = checkedDecision(input, localDay(now));
    return refusingTwice(() =>
      this.db.transaction(async (tx) => {
        await lockOwnProduct(tx, actor, productId);
        const recognition: RecognitionEntity = {
          id: randomUUID(),
          productId,
          status: 'declared',
          source: 'household',
          ...decided,
          declaredBy: actor.accountId,
          enteredBy: null,
          enteredAt: null,
          confirmedBy: null,
          confirmedAt: null,
          createdAt: now,
        };
        await tx.insert(RecognitionEntity, recognition);
        await this.events.publish(tx, ProductChanged, { productId });
        await this.trail.record(tx, actor, {
          action: 'recognition.declared',
          subjectKind: 'recognition',
          subjectId: recognition.id,
          details: { productId, stars: recognition.stars },
        });
        return recognition;
      }),
    );
  }
}

/** The columns of a decision. Throws `recognition.future`, `recognition.level`. */
export function checkedDecision(
  { stars, authority, decisionNumber, decisionDate, issuingLevel, setNamed }: RecognitionInput,
  today: string,
) {
  const at = (pointer: string, code: string, detail: string) => ({ errors: [{ pointer, code, detail }] });
  // ISO dates the calendar does not have ("2026-02-30") pass a pattern but are no day.
  if (Number.isNaN(Date.parse(decisionDate)) || new Date(decisionDate).toISOString().slice(0, 10) !== decisionDate)
    throw platformProblem('request.invalid', at('/decisionDate', 'day', 'Không có ngày này / no such day'));
  if (decisionDate > today) throw problem('recognition.future', at('/decisionDate', 'recognition.future', 'Ngày chưa tới / in the future'));
  const level = issuingLevel ?? usualLevel(stars);
  if (!levelFits(level, stars, decisionDate))
    throw problem('recognition.level', at('/issuingLevel', 'recognition.level', 'Không khớp số sao / does not fit the stars'));
  return {
    stars,
    authority,
    decisionNumber,
    decisionDate,
    year: null,
    issuingLevel: level,
    setNamed: setNamed ?? null,
    expiresOn: lastDayOf(decisionDate, null),
  };
}

/** Turns a second recognition with the same key into `recognition.known`. */
export async function refusingTwice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (violates(error, 'recognition_key')) throw problem('recognition.known');
    throw error;
  }
}
