/** What a drawer had at the beginning of a day, what came and went, and what it had at the end, đồng. */
export interface DrawerDay {
  officeId: string;
  holderId: string;
  openingVnd: number;
  collectedVnd: number;
  undoneVnd: number;
  receivedVnd: number;
  /** At the counter: postage and fees. */
  counterVnd: number;
  /** Shortages made good in cash. */
  repaidVnd: number;
  handedOverVnd: number;
  depositedVnd: number;
  shortageVnd: number;
  overageVnd: number;
  closingVnd: number;
}

/** Whether what came in is what is still there, went on, or is named as missing. To the đồng. */
export function isEven(day: DrawerDay): boolean {
  const cameIn = day.openingVnd + day.collectedVnd + day.receivedVnd + day.counterVnd + day.repaidVnd + day.overageVnd;
  return cameIn === day.closingVnd + day.handedOverVnd + day.depositedVnd + day.shortageVnd + day.undoneVnd;
}

/** Adds to each drawer whether its day is even; an office's only if it also received just what its couriers handed over. */
export function withVerdict<Day extends DrawerDay>(days: readonly Day[]): (Day & { even: boolean })[] {
  const handedOver = new Map<string, number>();
  for (const { officeId, handedOverVnd } of days) handedOver.set(officeId, (handedOver.get(officeId) ?? 0) + handedOverVnd);
  return days.map((day) => ({
    ...day,
    even: isEven(day) && (day.holderId !== day.officeId || day.receivedVnd === handedOver.get(day.officeId)),
  }));
}
