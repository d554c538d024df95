import { hasDiacritics } from '@choxa/standards';
import {
  addressParts,
  cutsBetweenWords,
  finerParts,
  looksLikeStreet,
  unmarkedCuts,
  type AddressPart,
} from '../names/address-parts.rules.js';
import { LEVELS_OF_KIND, type Kind, type Level } from '../names/kinds.js';
import type { Gazetteer } from './gazetteer.js';

/** An address as it came, in up to three boxes. Any box may hold the whole address. */
export interface AddressText {
  commune?: string | null;
  district?: string | null;
  province?: string | null;
}

/** What an address says on each level. */
export interface Claims {
  /** More than one where several were named. */
  communes: AddressPart[];
  district: AddressPart | null;
  province: AddressPart | null;
  /** The only name that was given, without a kind: it may mean a commune or a former district (`Thủ Đức`). */
  either: boolean;
  /** Something stood in the box of the province and is no province. */
  unknownProvince: boolean;
}

interface Piece extends AddressPart {
  box: Level;
  /** First piece of its box. */
  first: boolean;
}

const BOXES: readonly Level[] = ['commune', 'district', 'province'];

/** Sorts the pieces of an address to commune, district and province, by the words before names, by their boxes and by their order. */
export function claimsOf(address: AddressText, known: Gazetteer): Claims {
  const boxes = BOXES.filter((box) => address[box]?.trim());
  const unmarked = !boxes.some((box) => hasDiacritics(address[box]!));
  let pieces = boxes.flatMap((box) =>
    addressParts(address[box]!)
      .flatMap((part) => cutWhereNeeded(part, known))
      .map((part) => settled(part, known))
      .map(({ text, readings }, at): Piece => ({
        text,
        readings: readings.map((reading) => ({ ...reading, unmarked })),
        box,
        first: at === 0,
      })),
  );
  const take = (piece: Piece | undefined): Piece | null => {
    if (piece) pieces = pieces.filter((other) => other !== piece);
    return piece ?? null;
  };
  const province = take(provincePiece(pieces, known));
  const unknownProvince = !province && Boolean(address.province?.trim());
  // A second mention of a province ("…, Trà Vinh" in the first box and again in its own) says nothing new.
  if (province) pieces = pieces.filter((piece) => !(says(piece, 'tinh') || (piece.box === 'province' && kindOf(piece) === null)));
  const district = take(districtPiece(pieces, known));
  const said = pieces.filter((piece) => onLevel(piece, 'commune'));
  const free = said.length ? null : take(freeCommune(pieces, known));
  const communes = free ? [free] : said;
  pieces = pieces.filter((piece) => !communes.includes(piece));
  const other = district || !communes.length ? null : take(pieces.find((piece) => mayBeDistrict(piece, known)));
  return {
    communes,
    district: district ?? other,
    province,
    either: !district && !other && free !== null && boxes.length === 1,
    unknownProvince,
  };
}

function provincePiece(pieces: Piece[], known: Gazetteer): Piece | undefined {
  const isProvince = (piece: Piece): boolean => known.provinceNames.has(piece.readings);
  const candidates = pieces.toReversed();
  return (
    candidates.find((piece) => piece.box === 'province' && isProvince(piece) && !says(piece, 'quan', 'huyen', 'thi_xa')) ??
    candidates.find((piece) => says(piece, 'tinh')) ??
    candidates.find((piece) => piece.box === 'province' && /^\d{2}$/u.test(piece.text)) ??
    candidates.find((piece) => piece.box === 'province' && !onLevel(piece, 'district', 'commune')) ??
    candidates.find(
      (piece) => !piece.first && isProvince(piece) && !says(piece, 'quan', 'huyen', 'thi_xa') && !onLevel(piece, 'commune'),
    ) ??
    // A box with nothing but a province in it: "TP. Hồ Chí Minh" where a commune was asked.
    (pieces.length === 1 ? candidates.find((piece) => isProvince(piece) && !somethingLower(piece, known)) : undefined)
  );
}

function somethingLower(piece: Piece, known: Gazetteer): boolean {
  if (known.districtNames.has(piece.readings)) return true;
  return kindOf(piece) === null && (known.currentNames.has(piece.readings) || known.formerNames.has(piece.readings));
}

function districtPiece(pieces: Piece[], known: Gazetteer): Piece | undefined {
  return (
    pieces.find((piece) => piece.box === 'district' && !onLevel(piece, 'commune')) ??
    pieces.find((piece) => onLevel(piece, 'district')) ??
    pieces.find((piece) => piece.box === 'province' && known.districtNames.has(piece.readings))
  );
}

/** The commune where no piece says it is one: the piece nearest before the district or province that is known as one; else the first. */
function freeCommune(pieces: Piece[], known: Gazetteer): Piece | undefined {
  const free = pieces.filter((piece) => piece.box === 'commune' && kindOf(piece) === null && !looksLikeStreet(piece));
  const isCommune = (piece: Piece): boolean => known.currentNames.has(piece.readings) || known.formerNames.has(piece.readings);
  const last = free.at(-1);
  // "Thạnh Phú, Cầu Kè": the last may be the district of the one before it.
  const before = last && known.districtNames.has(last.readings) ? free.slice(0, -1).findLast(isCommune) : undefined;
  return before ?? free.findLast(isCommune) ?? free.at(0) ?? pieces.find((piece) => piece.box === 'commune' && kindOf(piece) === null);
}

/** A piece behind the commune that names a former district without saying so. */
function mayBeDistrict(piece: Piece, known: Gazetteer): boolean {
  return !piece.first && kindOf(piece) === null && !looksLikeStreet(piece) && known.districtNames.has(piece.readings);
}

function kindOf(part: AddressPart): Kind | null {
  return part.readings[0]?.kind ?? null;
}

function says(part: AddressPart, ...kinds: Kind[]): boolean {
  const kind = kindOf(part);
  return kind !== null && kinds.includes(kind);
}

function onLevel(part: AddressPart, ...levels: Level[]): boolean {
  const kind = kindOf(part);
  return kind !== null && LEVELS_OF_KIND[kind].some((level) => levels.includes(level));
}

/** Without marks `tinh bien` may be "tỉnh Biên" or Tịnh Biên: the way that is known goes first. */
function settled(part: AddressPart, known: Gazetteer): AddressPart {
  const [first, ...rest] = part.readings;
  if (!first?.kind || !rest.length || hasDiacritics(part.text)) return part;
  const tables = { commune: [known.currentNames, known.formerNames], district: [known.districtNames], province: [known.provinceNames] };
  if (LEVELS_OF_KIND[first.kind].some((level) => tables[level].some((table) => table.has([first])))) return part;
  const whole = rest.filter((reading) => reading.kind === null);
  return whole.length && anything(whole, known) ? { ...part, readings: [...whole, first] } : part;
}

function anything(readings: AddressPart['readings'], known: Gazetteer): boolean {
  return [known.provinceNames, known.districtNames, known.currentNames, known.formerNames].some((table) => table.has(readings));
}

/** Commune, district and province: more cuts than this make no sense of an address. */
const MOST_CUTS = 3;
/** Ends of one text that are tried. */
const MOST_TRIES = 3;

/** Cuts a piece that names nothing as it stands: at hyphens, or before an end that is known, until all is known. */
function cutWhereNeeded(part: AddressPart, known: Gazetteer, cuts = MOST_CUTS): AddressPart[] {
  const isKnown = (piece: AddressPart): boolean => anything(piece.readings, known);
  if (cuts === 0 || isKnown(part)) return [part];
  const finer = finerParts(part);
  if (finer.length > 1 && finer.some(isKnown)) return finer.flatMap((piece) => cutWhereNeeded(piece, known, cuts - 1));
  const isUpper = (piece: AddressPart): boolean => known.provinceNames.has(piece.readings) || known.districtNames.has(piece.readings);
  const ends = [...unmarkedCuts(part).filter(([, end]) => isKnown(end)), ...cutsBetweenWords(part).filter(([, end]) => isUpper(end))];
  for (const [start, end] of ends.slice(0, MOST_TRIES)) {
    const rest = cutWhereNeeded(start, known, cuts - 1);
    if (rest.every(isKnown)) return [...rest, end];
  }
  return [part];
}
