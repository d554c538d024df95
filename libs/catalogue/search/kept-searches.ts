import { Injectable } from '@nestjs/common';
import type { FoundPage } from './found-page.js';
import { KeptAnswers } from './kept-answers.js';

/**
 * Ranking is dear and its answers are everybody's, so they are kept for a moment; plain lists are cheap and made each time. A listing that changes
 * in this process makes it forget them (`Listings`); what sells out meanwhile, or changes in another process, is seen a moment later.
 */
@Injectable()
export class KeptSearches extends KeptAnswers<FoundPage> {
  constructor() {
    super(3_000, 500);
  }
}
