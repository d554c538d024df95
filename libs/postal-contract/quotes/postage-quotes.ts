/** What somebody wants carried. */
export interface PostageRequest {
  fromCommuneCode: string;
  toProvinceCode: string;
  weightGrams: number;
  /** Room it takes, cm³; the post charges bulky parcels by it. Null where nobody measured. */
  volumeCm3?: number | null;
  /** Whole đồng to collect on delivery; 0 for none. */
  codVnd: number;
  /** Whole đồng to insure; absent or 0: not insured. */
  declaredValueVnd?: number;
  /** Whether the post is to fetch it at the sender's. */
  pickUp?: boolean;
}

/** The price and the time in days, or the honest answer that there is none now. */
export type PostageQuote =
  | {
      status: 'quoted';
      postageVnd: number;
      /** The part of `postageVnd` asked for collecting cash; 0 where none is collected. */
      codFeeVnd: number;
      /** The parts asked for insurance and for fetching; only where they were wanted. */
      insuranceFeeVnd?: number;
      pickUpFeeVnd?: number;
      /** Days from hand-over to delivery, rounded up. */
      days: number;
      operatorCode: string;
    }
  | { status: 'unavailable' };

/** The only direct call into the post. Call it through {@link quoteInTime}: the post may be slow or away. */
export abstract class PostageQuotes {
  abstract quote(request: PostageRequest): Promise<PostageQuote>;
}

/** How long a caller waits for a quote, milliseconds. */
export const QUOTE_TIME_LIMIT_MS = 800;

/** Asks for a quote and answers `unavailable` when the post fails or does not answer in time. Never throws. */
export async function quoteInTime(quotes: PostageQuotes, request: PostageRequest, limitMs = QUOTE_TIME_LIMIT_MS): Promise<PostageQuote> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<PostageQuote>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'unavailable' }), limitMs);
  });
  try {
    return await Promise.race([quotes.quote(request), tooLate]);
  } catch {
    return { status: 'unavailable' };
  } finally {
    clearTimeout(timer);
  }
}
