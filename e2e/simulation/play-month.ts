import { Events, sql, type Actor, type Grant } from '@choxa/platform';
import { AcceptParcel, DeliverParcel, RecordScans, RemitCod, type Delivery, type ScanResult } from '@choxa/postal';
import { PostingRequested, type PostingRequestedV1 } from '@choxa/postal-contract';
import { anActor, type World } from '@choxa/testing';
import sharp from 'sharp';
import { inLanes } from '../world/in-lanes.js';
import { untilAnswered, untilServed } from './asked-again.js';
import { DAY, DAYS, MONTH_BEGAN, type CashCount, type MonthPlan, type PlannedParcel, type PlannedScan, type Visit } from './month-plan.js';
import type { Nation } from './nation.js';

const LANES = 8;
/** What one batch of a device may hold. */
const BATCH = 500;
/** A late scan of a parcel that is closed, or one of a clock that is far off, is refused; so it must be. */
const RIGHTLY_REFUSED = new Set(['scan.parcel-closed', 'scan.clock-far-off']);

/** What happens in one minute, in this sequence. */
interface Minute {
  announced: PlannedParcel[];
  accepted: PlannedParcel[];
  scans: PlannedScan[];
  visits: Visit[];
  counts: CashCount[];
}

/** Lets a planned month happen, through the use cases of the post, minute by minute. */
export class PlayedMonth {
  /** What went otherwise than planned. */
  readonly faults: string[] = [];
  scansSent = 0;
  private readonly numbers = new Map<string, string>();
  private readonly codes = new Map<string, string>();
  private readonly people = new Map<string, Actor>();
  private readonly collected: PlannedParcel[] = [];
  /** By the books of each courier. */
  private readonly held = new Map<string, number>();
  private keys = 0;
  private photos = 0;

  constructor(
    private readonly world: World,
    private readonly nation: Nation,
  ) {}

  async play(plan: MonthPlan): Promise<void> {
    for (const [minute, happening] of minutesOf(plan)) {
      this.world.clock.set(timeOf(minute));
      await this.announce(happening.announced);
      await inLanes(LANES, happening.accepted.length, (index) => this.accept(happening.accepted[index]!));
      const batches = batchesOf(happening.scans);
      await inLanes(LANES, batches.length, (index) => this.send(batches[index]!));
      await inLanes(LANES, happening.visits.length, (index) => this.visit(happening.visits[index]!));
      await inLanes(LANES, happening.counts.length, (index) => this.count(happening.counts[index]!));
    }
    this.world.clock.set(timeOf(DAYS * DAY));
    await this.remit();
    await this.world.drain();
  }

  numberOf({ reference }: PlannedParcel): string {
    return this.numbers.get(reference)!;
  }

  private async announce(parcels: readonly PlannedParcel[]): Promise<void> {
    if (!parcels.length) return;
    const { world } = this;
    const requests = parcels.map((parcel) => requestOf(parcel, this.nation.operatorCode, world.clock.now()));
    await world.db.transaction((tx) => world.get(Events).publishAll(tx, PostingRequested, requests));
    await world.drain();
    const made = await sql<{ reference: string; number: string; text: string }>(
      world.db.read,
      `select sender_reference as reference, number, body as text from postal.parcel
         join platform.message on template = 'postal.parcel-registered' and body like '%' || number || '%'
        where sender_reference = any($1::text[]) and sent_at >= $2`,
      [parcels.map(({ reference }) => reference), world.clock.now()],
    );
    for (const { reference, number, text } of made) {
      this.numbers.set(reference, number);
      this.codes.set(reference, /\b\d{6}\b/.exec(text)![0]);
    }
    for (const { reference } of parcels) if (!this.numbers.has(reference)) this.faults.push(`${reference} has no parcel`);
  }

  private async accept(parcel: PlannedParcel): Promise<void> {
    const { weightGrams, from } = parcel;
    await this.attempt('acceptance', parcel, (key) =>
      this.world.get(AcceptParcel).run(this.clerkOf(from.id), this.numberOf(parcel), { weightGrams }, key),
    );
  }

  private async visit(visit: Visit): Promise<void> {
    const { parcel, outcome, place, courier, officeId } = visit;
    if (outcome === 'failed') return;
    const person = this.courier(courier, officeId);
    const done = await this.attempt('delivery', parcel, async (key) => {
      const delivery = { ...(await this.proofOf(visit, person)), deliveryPlace: place, codCollectedVnd: parcel.codVnd };
      return this.world.get(DeliverParcel).run(person, this.numberOf(parcel), delivery, key);
    });
    if (!done || !parcel.codVnd) return;
    this.collected.push(parcel);
    this.held.set(courier, (this.held.get(courier) ?? 0) + parcel.codVnd);
  }

  private async proofOf({ parcel, proof, point, accuracyMeters }: Visit, person: Actor): Promise<Partial<Delivery>> {
    const seen = { ...point, accuracyMeters };
    if (proof === 'code') return { recipientCode: this.codes.get(parcel.reference)!, ...seen };
    this.photos += 1;
    const path = `/parcels/${this.numberOf(parcel)}/proof-pictures?kind=photo`;
    const photo = uploaded(await aPhoto(this.photos));
    const { body, text } = await untilServed(() => this.world.http('POST', path, { as: person, ...photo }));
    if (!body?.id) this.faults.push(`photo of ${parcel.reference}: ${text}`);
    return { proof, pictureId: body?.id, ...seen };
  }

  /** The courier counts, then the cashier. */
  private async count({ courier, officeId, differenceVnd }: CashCount): Promise<void> {
    const countedVnd = this.held.get(courier)! + differenceVnd;
    const counted = await this.post('/post/cash-counts', this.courier(courier, officeId), { office: officeId, kind: 'shift', countedVnd });
    const again = { countedVnd, ...(differenceVnd ? { reason: 'Đếm hai lần' } : {}) };
    await this.post(`/post/cash-counts/${counted.id}/confirmation`, this.clerkOf(officeId), again);
    this.held.set(courier, 0);
  }

  private async post(path: string, as: Actor, body: object): Promise<{ id?: string }> {
    const headers = { 'idempotency-key': this.key() };
    const answer = await untilServed(() => this.world.http('POST', path, { as, body, headers }));
    if (answer.status >= 300) this.faults.push(`${path}: ${answer.text}`);
    return answer.body ?? {};
  }

  private async send(scans: readonly PlannedScan[]): Promise<void> {
    const [{ officeId }] = scans as [PlannedScan];
    const sent = scans.map((scan) => ({
      id: scan.id,
      parcel: this.numberOf(scan.parcel),
      code: scan.code,
      eventTime: timeOf(scan.eventAt).toISOString(),
      device: scan.device,
      office: scan.officeId,
      reason: scan.reason ?? null,
      nextAction: scan.nextAction ?? null,
    }));
    const key = this.key();
    const answer = await untilAnswered(() => this.world.get(RecordScans).run(this.clerkOf(officeId), sent, key));
    this.scansSent += sent.length;
    for (const [index, { code }] of (JSON.parse(answer) as { results: ScanResult[] }).results.entries())
      if (code && !RIGHTLY_REFUSED.has(code)) this.faults.push(`${sent[index]!.code} of ${sent[index]!.parcel} is refused: ${code}`);
  }

  /** What was collected is paid out, to each sender in one sum. */
  private async remit(): Promise<void> {
    const groups = [...Map.groupBy(this.collected, ({ from, senderPhone }) => `${from.id}/${senderPhone}`).values()];
    await inLanes(LANES, groups.length, async (index) => {
      const [first] = groups[index]! as [PlannedParcel];
      const remittance = { reference: `THANG-${index}`, parcels: groups[index]!.map((parcel) => this.numberOf(parcel)) };
      await this.attempt('remittance', first, (key) => this.world.get(RemitCod).run(this.clerkOf(first.from.id), remittance, key));
    });
  }

  private async attempt(what: string, parcel: PlannedParcel, work: (key: string) => Promise<unknown>): Promise<boolean> {
    const key = this.key();
    try {
      await untilAnswered(() => work(key));
      return true;
    } catch (error) {
      this.faults.push(`${what} of ${parcel.reference} (${this.numberOf(parcel)}): ${String(error)}`);
      return false;
    }
  }

  private clerkOf(officeId: string): Actor {
    return this.person(`${officeId}/clerk`, { role: 'clerk', scopeKind: 'office', scopeId: officeId });
  }

  private courier(name: string, officeId: string): Actor {
    return this.person(name, { role: 'courier', scopeKind: 'office', scopeId: officeId });
  }

  private person(name: string, grant: Grant): Actor {
    const known = this.people.get(name) ?? anActor(grant);
    this.people.set(name, known);
    return known;
  }

  private key(): string {
    this.keys += 1;
    return `thang-${this.keys}`;
  }
}

/** No two of the month are the same. */
function aPhoto(number: number): Promise<Buffer> {
  const [red, green, blue] = [(number % 32) * 8, ((number >> 5) % 32) * 8, ((number >> 10) % 64) * 4];
  return sharp({ create: { width: 16, height: 16, channels: 3, background: { r: red, g: green, b: blue } } })
    .png()
    .toBuffer();
}

/** As a form of a browser sends a file. */
function uploaded(file: Buffer): { body: Buffer; headers: Record<string, string> } {
  const head = '--ranh\r\nContent-Disposition: form-data; name="file"; filename="anh"\r\nContent-Type: image/png\r\n\r\n';
  const body = Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--ranh--\r\n')]);
  return { body, headers: { 'content-type': 'multipart/form-data; boundary=ranh' } };
}

function timeOf(minute: number): Date {
  return new Date(MONTH_BEGAN.getTime() + minute * 60_000);
}

/** The month by the minute, in the sequence of time. */
function minutesOf({ parcels, acceptances, scans, visits, counts }: MonthPlan): [number, Minute][] {
  const minutes = new Map<number, Minute>();
  const at = (minute: number): Minute => {
    const known = minutes.get(minute) ?? { announced: [], accepted: [], scans: [], visits: [], counts: [] };
    minutes.set(minute, known);
    return known;
  };
  for (const parcel of parcels) at(parcel.announcedAt).announced.push(parcel);
  for (const { at: minute, parcel } of acceptances) at(minute).accepted.push(parcel);
  for (const scan of scans) at(scan.at).scans.push(scan);
  for (const visit of visits) at(visit.at).visits.push(visit);
  for (const count of counts) at(count.at).counts.push(count);
  return [...minutes].sort(([a], [b]) => a - b);
}

function batchesOf(scans: readonly PlannedScan[]): PlannedScan[][] {
  return [...Map.groupBy(scans, ({ officeId }) => officeId).values()].flatMap((ofOffice) =>
    Array.from({ length: Math.ceil(ofOffice.length / BATCH) }, (_, index) => ofOffice.slice(index * BATCH, (index + 1) * BATCH)),
  );
}

function requestOf(parcel: PlannedParcel, operatorCode: string, now: Date): PostingRequestedV1 {
  return {
    operatorCode,
    sender: { name: 'Hộ gửi', phone: parcel.senderPhone, street: 'Thôn 1', communeCode: parcel.from.communeCode },
    senderReference: parcel.reference,
    recipient: { name: 'Người nhận', phone: '0500000000', street: 'Số 1', communeCode: parcel.to.communeCode },
    weightGrams: parcel.weightGrams,
    codVnd: parcel.codVnd,
    contents: [{ code14: null, description: 'Chè khô', quantity: 1 }],
    requestedAt: now.toISOString(),
    deliverTo: { kind: 'address', point: parcel.address },
  };
}
