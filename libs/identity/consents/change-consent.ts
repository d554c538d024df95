import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, Trail, type Actor } from '@choxa/platform';
import { identityProblem } from '../identity.problems.js';
import { Consents } from './consents.js';
import { textInForce } from './legal-texts.js';
import type { ConsentPurpose } from './purposes.js';

export interface ChangeConsentInput {
  purpose: ConsentPurpose;
  given: boolean;
  /** Version of the privacy notice the person had before them. */
  textVersion: string;
}

/** Somebody agrees to one purpose, or no longer does. */
@Injectable()
export class ChangeConsent {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly consents: Consents,
    private readonly trail: Trail,
  ) {}

  /** Throws `consent.text-changed` where a consent is given under another version than the one in force; a withdrawal always counts. */
  async run(actor: Actor, { purpose, given, textVersion }: ChangeConsentInput): Promise<void> {
    const inForce = textInForce('privacy', localDay(this.clock.now())).version;
    if (given && textVersion !== inForce) throw identityProblem('consent.text-changed');
    await this.db.transaction(async (tx) => {
      await this.consents.record(tx, actor.accountId, { purpose, given, how: 'account-page' });
      const action = given ? 'consent.given' : 'consent.withdrawn';
      await this.trail.record(tx, actor, { action, subjectKind: 'consent', subjectId: purpose });
    });
  }
}
