import { parseContactPhone, parseItemNumber } from '@choxa/standards';
import type { Listed } from '~/types/api';
import type { AcceptanceResult, AnnouncedParcel } from '~/types/desk';

/** A parcel on the counter: whether it is handed over now, what the scales and the scanner said of it, and what became of it. */
export interface CounterParcel {
  parcel: AnnouncedParcel;
  ticked: boolean;
  grams: string;
  /** Pack codes as scanned. */
  codes: string[];
  result: AcceptanceResult | null;
}

/** What the last scan was, in the keys of `counter.read.*`. */
type Read = 'found' | 'here' | 'pack' | 'stranger' | 'unknown' | 'closed' | 'nobody' | 'unclear';

/**
 * The parcels of whoever stands at the counter. One field takes everything a scanner reads: a household's QR code or a parcel number, the code of
 * a pack (laid against the parcel in work), or a telephone that is typed.
 */
export function useHandOver(office: () => string | undefined) {
  const api = useApi();
  const feedback = useScanFeedback();
  const rows = ref<CounterParcel[]>([]);
  const current = ref('');
  const read = ref<{ kind: Read; text: string } | null>(null);
  const rowOf = (number: string) => rows.value.find(({ parcel }) => parcel.number === number);

  function tell(kind: Read, text: string): void {
    read.value = { kind, text };
    if (['found', 'here', 'pack'].includes(kind)) feedback.good();
    else feedback.bad();
  }

  const find = useAction(async (wanted: { parcels?: string; phone?: string }) => {
    const { data } = await api<Listed<AnnouncedParcel>>('/post/announced-parcels', { query: { ...wanted, office: office() } });
    const fresh = data.filter(({ number }) => !rowOf(number));
    const ticked = ({ asked, open }: AnnouncedParcel) => open && (asked || Boolean(wanted.phone));
    rows.value.push(...fresh.map((parcel) => ({ parcel, ticked: false, grams: '', codes: [], result: null })));
    // The last first, so that they stand on top in their own sequence.
    for (const { number } of data.filter(ticked).reverse()) tick(number);
    return data;
  });

  /** Ticks what was just read and puts it on top, where the clerk looks. */
  function tick(number: string): void {
    const row = rowOf(number)!;
    if (row.parcel.open && !row.result) row.ticked = true;
    rows.value = [row, ...rows.value.filter((one) => one !== row)];
    current.value = number;
  }

  async function findNumbers(numbers: string[]): Promise<void> {
    const found = await find.run({ parcels: numbers.join() });
    if (!found) return;
    const asked = found.filter((parcel) => parcel.asked);
    const missing = numbers.filter((number) => !asked.some((parcel) => parcel.number === number));
    const closed = asked.filter(({ open }) => !open);
    if (missing.length) tell('unknown', missing.join(', '));
    else if (closed.length) tell('closed', closed.map(({ number }) => number).join(', '));
    else tell('found', numbers.join(', '));
    // The first one asked for is weighed first.
    current.value = asked.find(({ open }) => open)?.number ?? current.value;
  }

  async function findPhone(phone: string): Promise<void> {
    const found = await find.run({ phone });
    if (!found) return;
    tell(found.length ? 'found' : 'nobody', phone);
    current.value = found[0]?.number ?? current.value;
  }

  function layAgainst(row: CounterParcel, code: string): void {
    const item = parseItemNumber(code);
    const known = row.parcel.contents.some((line) => item.ok && line.code === item.number14);
    if (!row.codes.includes(code)) row.codes.push(code);
    tell(known ? 'pack' : 'stranger', code);
  }

  async function readOne(text: string): Promise<void> {
    const numbers = parcelNumbersIn(/^https?:/i.test(text) ? parcelNumberOf(text) : text);
    const row = rowOf(current.value);
    if (numbers.length && numbers.every(rowOf)) {
      for (const number of numbers.toReversed()) tick(number);
      tell('here', numbers.join(', '));
    } else if (numbers.length) await findNumbers(numbers);
    else if (parseItemNumber(text).ok && row && !row.result) layAgainst(row, text);
    else if (parseContactPhone(text).ok) await findPhone(text);
    else tell('unclear', text);
  }

  /** One after the other: a scanner is quicker than a weak network, and nothing it read may be lost. */
  let waiting = Promise.resolve();
  const scan = (text: string): Promise<void> => (waiting = waiting.then(() => readOne(text)));

  function clear(): void {
    rows.value = [];
    current.value = '';
    read.value = null;
  }

  return { rows, current, read, find, findNumbers, scan, clear };
}
