import { Injectable } from '@nestjs/common';
import type { FoundPage } from './found-page.js';
import { KeptAnswers } from './kept-answers.js';

const PAGES_KEPT_MS = 3_000;
const COUNTS_KEPT_MS = 30_000;

/**
 * Ranking and counting are dear and their answers are everybody's, so they are kept for a while; plain lists are cheap and made each time. A listing
 * that changes in this process makes it forget them all (`Listings`). What sells out, or changes in another process, is seen in pages after three
 * seconds and in counts after thirty: no sale changes a count.
 */
@Injectable()
export class KeptSearches {
  readonly pages = new KeptAnswers<FoundPage>(PAGES_KEPT_MS, 500);
  /** Facet counts as JSON text. */
  readonly counts = new KeptAnswers<string>(COUNTS_KEPT_MS, 1_000);

  forget(): void {
    this.pages.forget();
    this.counts.forget();
  }
}
