import type { SellerOrderState } from '../seller-orders/seller-order.rules.js';

/** Waits for an answer · has one, and the buyer may say that it will not do · an official decides · over. */
export const COMPLAINT_STATES = ['open', 'answered', 'escalated', 'closed'] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

/** Who may follow whom. */
export const COMPLAINT_MOVES: Record<ComplaintState, readonly ComplaintState[]> = {
  open: ['answered', 'escalated', 'closed'],
  answered: ['open', 'escalated', 'closed'],
  escalated: ['closed'],
  closed: [],
};

export function canComplaintMove(from: ComplaintState, to: ComplaintState): boolean {
  return COMPLAINT_MOVES[from].includes(to);
}

/** Who takes part. Each answers for what it did. */
export const COMPLAINT_PARTIES = ['buyer', 'household', 'post', 'official'] as const;
export type ComplaintParty = (typeof COMPLAINT_PARTIES)[number];

interface TopicKind {
  /** Who is asked to answer; the post's topics are read by the household too, as the sender. */
  answers: readonly ('household' | 'post')[];
  /** Steps of the seller order at which it can be about that. */
  states: readonly SellerOrderState[];
  /** The term within which the answer is due. */
  answerTerm: 'answer:delivery' | 'answer:household' | 'answer:post';
}

const CARRIED: readonly SellerOrderState[] = ['posted', 'delivered', 'returning', 'returned'];
const DELIVERY = { answers: ['household', 'post'], states: ['delivered'], answerTerm: 'answer:delivery' } as const satisfies TopicKind;

/** What a complaint is about. The first three dispute a delivery. */
export const COMPLAINT_TOPIC_KINDS = {
  not_received: DELIVERY,
  missing_items: DELIVERY,
  wrong_items: DELIVERY,
  quality: { answers: ['household'], states: ['delivered', 'returned'], answerTerm: 'answer:household' },
  seller: {
    answers: ['household'],
    states: ['placed', 'confirmed', 'packed', 'posted', 'delivered', 'returning', 'returned', 'cancelled'],
    answerTerm: 'answer:household',
  },
  parcel_lost: { answers: ['post'], states: ['posted', 'returning'], answerTerm: 'answer:post' },
  parcel_late: { answers: ['post'], states: CARRIED, answerTerm: 'answer:post' },
  parcel_damaged: { answers: ['post'], states: ['delivered', 'returned'], answerTerm: 'answer:post' },
  postage_price: { answers: ['post'], states: CARRIED, answerTerm: 'answer:post' },
} as const satisfies Record<string, TopicKind>;
export type ComplaintTopic = keyof typeof COMPLAINT_TOPIC_KINDS;
export const COMPLAINT_TOPICS = Object.keys(COMPLAINT_TOPIC_KINDS) as ComplaintTopic[];

/** Topics a party is asked to answer. */
export function topicsAnsweredBy(party: 'household' | 'post'): ComplaintTopic[] {
  return COMPLAINT_TOPICS.filter((topic) => (COMPLAINT_TOPIC_KINDS[topic].answers as readonly string[]).includes(party));
}

/** Topics that fit a seller order at this step. */
export function topicsAt(state: SellerOrderState): ComplaintTopic[] {
  return COMPLAINT_TOPICS.filter((topic) => (COMPLAINT_TOPIC_KINDS[topic].states as readonly SellerOrderState[]).includes(state));
}

/**
 * The state after a message: the answer of who is asked, a further question of the buyer, and from anybody else nothing. An official's word on an
 * escalated complaint is the decision, which has a way of its own.
 */
export function stateAfterMessage(state: ComplaintState, topic: ComplaintTopic, from: ComplaintParty): ComplaintState {
  if (state === 'answered' && from === 'buyer') return 'open';
  const asked = (COMPLAINT_TOPIC_KINDS[topic].answers as readonly ComplaintParty[]).includes(from);
  return state === 'open' && asked ? 'answered' : state;
}

/** Whether the buyer may bring it before an official: an answer that will not do, or none in time. */
export function mayEscalate(state: ComplaintState, answerDueAt: Date, now: Date): boolean {
  return state === 'answered' || (state === 'open' && answerDueAt <= now);
}

/** How a complaint ended: the buyer is content, an official found for one side, or both agreed. */
export const COMPLAINT_OUTCOMES = ['solved', 'upheld', 'rejected', 'settled'] as const;
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number];
