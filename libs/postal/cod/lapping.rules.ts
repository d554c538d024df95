/** Cash a person took in for a parcel, or handed over at the office. */
export type CashMove = { kind: 'in'; number: string; amountVnd: number; at: Date } | { kind: 'out'; amountVnd: number; at: Date };

/** A hand-over at which money of later parcels covered earlier ones: a pattern of cash that is used for something else in between. */
export interface Lap {
  /** When it was handed over. */
  at: Date;
  /** Parcels collected before the hand-over before, and covered only now. */
  covered: string[];
  /** Parcels collected since then, and left open instead. */
  left: string[];
  /** Of the money handed over, how much went to the earlier parcels. */
  amountVnd: number;
}

interface Open {
  number: string;
  leftVnd: number;
  /** A hand-over has gone by without it. */
  missed: boolean;
}

/**
 * Finds lapping in what one person took in and handed over. Money covers the oldest collection first. A hand-over is a lap when it covers
 * something an earlier one had left open, and leaves open something that came in since: then the earlier money was not there in time and the
 * later stood in for it. Handing everything over late, or in parts of one day, is none.
 *
 * @param moves in the sequence of time
 */
export function findLaps(moves: readonly CashMove[]): Lap[] {
  const laps: Lap[] = [];
  let open: Open[] = [];
  for (const move of moves) {
    if (move.kind === 'in') {
      open.push({ number: move.number, leftVnd: move.amountVnd, missed: false });
      continue;
    }
    const { covered, amountVnd } = cover(open, move.amountVnd);
    open = open.filter(({ leftVnd }) => leftVnd > 0);
    const left = open.filter(({ missed }) => !missed).map(({ number }) => number);
    if (covered.length && left.length) laps.push({ at: move.at, covered, left, amountVnd });
    for (const one of open) one.missed = true;
  }
  return laps;
}

/** Takes a hand-over from the oldest on. Answers which missed parcels it paid, and with how much. */
function cover(open: readonly Open[], handedOverVnd: number): Pick<Lap, 'covered' | 'amountVnd'> {
  const covered: string[] = [];
  let [left, amountVnd] = [handedOverVnd, 0];
  for (const one of open) {
    const part = Math.min(left, one.leftVnd);
    if (part <= 0) break;
    one.leftVnd -= part;
    left -= part;
    if (!one.missed) continue;
    covered.push(one.number);
    amountVnd += part;
  }
  return { covered, amountVnd };
}
