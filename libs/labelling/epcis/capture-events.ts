import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem, Trail, type Actor, type Tx } from '@choxa/platform';
import { readEpcisDocument } from '@choxa/standards';
import { labellingProblem } from '../labelling.problems.js';
import { CaptureEntity } from './capture.entity.js';
import type { CaptureResult, ErrorBehaviour } from './capture.rules.js';
import { KeepReportedEvent, RejectedEvent } from './keep-reported-event.js';

const MOST_EVENTS = 500;

/** Thrown to undo a capture of which an event was rejected. */
class RolledBack extends Error {}

/** Takes in an EPCIS document of another system: each of its events is kept, known already, or rejected with a reason. */
@Injectable()
export class CaptureEvents {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keep: KeepReportedEvent,
    private readonly trail: Trail,
  ) {}

  /** Throws `epcis.document` on what is no EPCIS 2.0 document, `epcis.many` on more than 500 events. */
  async run(actor: Actor, document: unknown, errorBehaviour: ErrorBehaviour): Promise<CaptureEntity> {
    const read = readEpcisDocument(document);
    if (!read.ok) throw labellingProblem('epcis.document');
    if (read.events.length > MOST_EVENTS) throw labellingProblem('epcis.many');
    return this.db.transaction(async (tx) => {
      const results = await this.keepAll(tx, actor, read.events, errorBehaviour);
      const capture = tx.create(CaptureEntity, {
        id: randomUUID(),
        accountId: actor.accountId,
        receivedAt: this.clock.now(),
        errorBehaviour,
        success: results.every(({ outcome }) => outcome === 'accepted' || outcome === 'duplicate'),
        results,
      });
      await tx.insert(CaptureEntity, capture);
      await this.trail.record(tx, actor, {
        action: 'epcis.captured',
        subjectKind: 'epcis-capture',
        subjectId: capture.id,
        details: { events: results.length, accepted: results.filter(({ outcome }) => outcome === 'accepted').length },
      });
      return capture;
    });
  }

  private async keepAll(tx: Tx, actor: Actor, events: readonly unknown[], errorBehaviour: ErrorBehaviour): Promise<CaptureResult[]> {
    const results: CaptureResult[] = [];
    try {
      await tx.transaction(async (all) => {
        for (const [index, event] of events.entries()) results.push({ index, ...(await this.keepOne(all, actor, event)) });
        if (errorBehaviour === 'rollback' && results.some(({ outcome }) => outcome === 'rejected')) throw new RolledBack();
      });
      return results;
    } catch (error) {
      if (!(error instanceof RolledBack)) throw error;
      return results.map((result) => (result.outcome === 'accepted' ? { ...result, outcome: 'not_kept' } : result));
    }
  }

  /** Inside a savepoint of its own, so that a rejected event leaves nothing. */
  private async keepOne(tx: Tx, actor: Actor, event: unknown): Promise<Omit<CaptureResult, 'index'>> {
    try {
      const { eventId, known } = await tx.transaction((own) => this.keep.run(own, actor, event));
      return { eventId, outcome: known ? 'duplicate' : 'accepted', code: null, pointer: null };
    } catch (error) {
      const eventId = idOf(event);
      if (error instanceof RejectedEvent) return { eventId, outcome: 'rejected', code: error.code, pointer: error.pointer };
      if (error instanceof Problem) return { eventId, outcome: 'rejected', code: error.code, pointer: '/inputQuantityList' };
      throw error;
    }
  }
}

/** The id a rejected event bears, whatever it is. */
function idOf(event: unknown): string | null {
  const id = (event as { eventID?: unknown } | null)?.eventID;
  return typeof id === 'string' ? id.slice(0, 500) : null;
}
