import { Injectable } from '@nestjs/common';
import { KeptAnswers } from './kept-answers.js';

/** A page of a list: its items as JSON text, and the values of its cursor. */
export interface Page {
  items: string;
  next: string | null;
}

/**
 * Ranking is dear and its answers are everybody's, so they are kept for a moment; plain lists are cheap and made each time. A listing that changes
 * in this process makes it forget them (`Listings`); what sells out meanwhile, or changes in another process, is seen a moment later.
 */
@Injectable()
export class KeptSearches extends KeptAnswers<Page> {
  constructor() {
    super(3_000, 500);
  }
}
