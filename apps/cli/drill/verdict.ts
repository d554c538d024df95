/** One checkout as its shopper saw it. */
export interface Attempt {
  /** The Idempotency-Key; also written into the order's note, by which the order is found whatever the key's own table says. */
  key: string;
  /** How often the outcome stayed unknown: connection cut, or an answer of 500 and above. */
  unknowns: number;
  /** The first answer of 201, which acknowledges the order; null while there was none. */
  answer: string | null;
  /** Status and text of an answer of 400 to 499: nothing in the drill gives a reason for one. */
  refused: string | null;
  /** What the same key answered once more at the end; asked only where an outcome was unknown. */
  replay?: string;
}

export interface StoredSellerOrder {
  id: string;
  /** Our copy of the parcel's number. */
  parcelNumber: string | null;
  lines: { packId: string; quantity: number }[];
}

export interface StoredOrder {
  number: string;
  key: string;
  sellerOrders: StoredSellerOrder[];
}

/** What the database holds after the drill, with all queues empty. */
export interface Stored {
  orders: StoredOrder[];
  parcels: { number: string; senderReference: string }[];
  stock: { packId: string; before: number; after: number }[];
  /** Messages to households about a seller order, and to recipients about a parcel. */
  messages: { sellerOrders: number; parcels: number };
  /** Jobs that were given up. */
  failedJobs: number;
}

export interface Verdict {
  acknowledged: number;
  orders: number;
  parcels: number;
  /** Checkouts with an unknown outcome, and how many of them found one and the same order by their key. */
  retries: number;
  retriesSame: number;
  /** Acknowledged orders that are not there. */
  lost: number;
  /** Orders beyond the first of one key. */
  double: number;
  /** Broken promises, one sentence each; empty when all are kept. */
  faults: string[];
}

/** Compares what shoppers were told with what is stored (promises 5, 6, 7). */
export function judge(attempts: readonly Attempt[], stored: Stored): Verdict {
  const faults: string[] = [];
  const byKey = Map.groupBy(stored.orders, (order) => order.key);
  const acknowledged = attempts.filter((attempt) => attempt.answer !== null);
  const lost = acknowledged.filter((attempt) => !byKey.get(attempt.key)?.some((order) => isOrderOf(attempt.answer!, order)));
  const double = [...byKey].filter(([, orders]) => orders.length > 1);
  const retried = attempts.filter((attempt) => attempt.unknowns > 0);
  const different = retried.filter((attempt) => !foundSame(attempt, byKey.get(attempt.key) ?? []));
  for (const { key } of lost) faults.push(`lost: the order acknowledged for key ${key} is not there`);
  for (const [key, orders] of double) faults.push(`double: key ${key} made ${orders.map((order) => order.number).join(', ')}`);
  for (const { key } of different) faults.push(`retry: key ${key} did not find one and the same order`);
  for (const { key, refused } of attempts) if (refused !== null) faults.push(`refused: key ${key}: ${refused}`);
  for (const { key, answer, refused } of attempts) if (answer === null && refused === null) faults.push(`unanswered: key ${key}`);
  const asked = new Set(attempts.map((attempt) => attempt.key));
  for (const { number, key } of stored.orders) if (!asked.has(key)) faults.push(`foreign: order ${number} was asked for by nobody`);
  faults.push(...parcelFaults(stored), ...lineFaults(stored), ...stockFaults(stored));
  if (stored.failedJobs) faults.push(`jobs: ${stored.failedJobs} given up`);
  return {
    acknowledged: acknowledged.length,
    orders: stored.orders.length,
    parcels: stored.parcels.length,
    retries: retried.length,
    retriesSame: retried.length - different.length,
    lost: lost.length,
    double: double.reduce((sum, [, orders]) => sum + orders.length - 1, 0),
    faults,
  };
}

function isOrderOf(answer: string, order: StoredOrder): boolean {
  const told = JSON.parse(answer) as { number: string; sellerOrders: { id: string }[] };
  const ids = (list: { id: string }[]): string =>
    list
      .map(({ id }) => id)
      .sort()
      .join();
  return told.number === order.number && ids(told.sellerOrders) === ids(order.sellerOrders);
}

/** The retry that was answered at last and the one at the end got the same bytes, about the one order there is. */
function foundSame({ answer, replay }: Attempt, orders: StoredOrder[]): boolean {
  return answer !== null && replay === answer && orders.length === 1 && isOrderOf(answer, orders[0]!);
}

function parcelFaults({ orders, parcels, messages }: Stored): string[] {
  const faults: string[] = [];
  const byReference = Map.groupBy(parcels, (parcel) => parcel.senderReference);
  const sellerOrders = orders.flatMap((order) => order.sellerOrders);
  for (const { id, parcelNumber } of sellerOrders) {
    const own = byReference.get(id) ?? [];
    byReference.delete(id);
    if (own.length !== 1) faults.push(`parcel: seller order ${id} has ${own.length} parcels`);
    else if (own[0]!.number !== parcelNumber) faults.push(`parcel: seller order ${id} says ${parcelNumber}, the post ${own[0]!.number}`);
  }
  for (const reference of byReference.keys()) faults.push(`parcel: sent for ${reference}, which is no seller order`);
  if (messages.sellerOrders !== sellerOrders.length)
    faults.push(`messages: ${messages.sellerOrders} to households about ${sellerOrders.length} seller orders`);
  if (messages.parcels !== parcels.length) faults.push(`messages: ${messages.parcels} to recipients about ${parcels.length} parcels`);
  return faults;
}

function lineFaults({ orders }: Stored): string[] {
  return orders
    .filter(({ sellerOrders }) => !sellerOrders.length || sellerOrders.some(({ lines }) => !lines.length))
    .map(({ number }) => `lines: order ${number} has none, or a seller order without`);
}

function stockFaults({ orders, stock }: Stored): string[] {
  const sold = new Map<string, number>();
  for (const { packId, quantity } of orders.flatMap((order) => order.sellerOrders.flatMap(({ lines }) => lines)))
    sold.set(packId, (sold.get(packId) ?? 0) + quantity);
  return stock
    .filter(({ packId, before, after }) => after !== before - (sold.get(packId) ?? 0))
    .map(({ packId, before, after }) => `stock: pack ${packId} ${before} − ${sold.get(packId) ?? 0} sold ≠ ${after}`);
}
