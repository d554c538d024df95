import { fold } from '@choxa/standards';
import { Random } from './random.js';

/** What a shopper may look for. */
export interface Wanted {
  name: string;
  provinceName: string;
}

/** How often the text typed most is typed against the one typed least. */
const MOST_TYPED = 400;

const first = (words: string[], count: number): string => words.slice(0, count).join(' ');
const plain = (name: string): string[] => fold(name).split(' ');
const land = (provinceName: string): string => provinceName.replace(/^(Tỉnh|Thành phố) /, '');

/** Ten ways of typing, each as often as the others. */
const WAYS: readonly ((wanted: Wanted, random: Random) => string)[] = [
  ({ name }) => first(plain(name), 2),
  ({ name }) => first(name.split(' '), 3),
  ({ name }) => first(plain(name), 3),
  ({ name }) => first(name.toLowerCase().split(' '), 2),
  ({ name }) => first(plain(name), 1),
  ({ name, provinceName }) => `${first(name.split(' '), 2)} ${land(provinceName)}`,
  ({ name }) => fold(name),
  ({ name }, random) => slipped(first(plain(name), 3), random),
  ({ name, provinceName }, random) =>
    `OCOP ${random.pick([3, 4, 5])} sao ${random.chance(0.5) ? land(provinceName) : first(name.split(' '), 2)}`,
  ({ name }) => `${first(plain(name), 2)} khong co o cho`,
];

/** Texts as shoppers type them: with and without accents, with a place, with stars, with a slip, and of goods nobody sells. */
export function typedTexts(wanted: readonly Wanted[]): string[] {
  const random = new Random('typed');
  return wanted.map((one, n) => WAYS[n % WAYS.length]!(one, random));
}

/** The n-th text is typed 1/n as often as the first (Zipf), each at least once. */
export function asOftenAsTyped(texts: readonly string[]): string[] {
  return texts.flatMap((text, n) => Array<string>(Math.max(1, Math.floor(MOST_TYPED / (n + 1)))).fill(text));
}

/** Two letters that stand side by side change places. */
function slipped(text: string, random: Random): string {
  const at = random.below(Math.max(1, text.length - 1));
  return text.slice(0, at) + (text[at + 1] ?? '') + text[at]! + text.slice(at + 2);
}
