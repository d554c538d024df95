import { Injectable } from '@nestjs/common';
import type { Tx } from '@choxa/platform';
import type { SellerOrderState } from '../seller-orders/seller-order.rules.js';
import { termOf } from '../terms/term.rules.js';
import { Terms } from '../terms/terms.js';
import { topicsAt, type ComplaintTopic } from './complaint.rules.js';

export interface ComplainedAbout {
  state: SellerOrderState;
  placedAt: Date;
  acceptedAt: Date | null;
  deliveredAt: Date | null;
}

export interface OpenTopic {
  topic: ComplaintTopic;
  until: Date;
}

/** Until when a buyer may complain about what. */
@Injectable()
export class ComplaintWindow {
  constructor(private readonly terms: Terms) {}

  /** The topics open at `now`, each with its last instant. A term begins with the delivery, else with what came last before it. */
  async open(tx: Tx, part: ComplainedAbout, now: Date): Promise<OpenTopic[]> {
    const from = part.deliveredAt ?? part.acceptedAt ?? part.placedAt;
    const terms = await this.terms.on(tx, from);
    const topics: OpenTopic[] = [];
    for (const topic of topicsAt(part.state)) {
      const term = termOf(terms, `complain:${topic}`);
      const until = term && (await this.terms.endOf(tx, term, from));
      if (until && until > now) topics.push({ topic, until });
    }
    return topics;
  }
}
