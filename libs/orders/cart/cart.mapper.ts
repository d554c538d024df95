import { canBeOrdered, sumVnd } from './cart.rules.js';
import type { CartDto, CartHouseholdDto, CartLineDto } from './cart.dto.js';
import type { PaymentMethod } from '../payments/payment.rules.js';
import type { CartLine, QuotedPart } from './read-cart.query.js';

/** The cart a shopper sees, quoted for cash on delivery. Totals are null until every household's postage is known. */
export function toCartDto(lines: CartLine[], parts: QuotedPart[], paymentMethods: PaymentMethod[]): CartDto {
  const households = [...parts.map(toHousehold), ...withNothingToSend(lines, parts)];
  const goodsVnd = sumVnd(parts.map((part) => part.goodsVnd));
  const quotes = parts.map(({ postage }) => postage).filter((postage) => postage.status === 'quoted');
  const known = parts.length > 0 && quotes.length === parts.length;
  const postageVnd = known ? sumVnd(quotes.map((quote) => quote.postageVnd)) : null;
  const codFeeVnd = sumVnd(quotes.map((quote) => quote.codFeeVnd));
  return {
    lines: lines.map(toLine),
    households,
    goodsVnd,
    postageVnd,
    totalVnd: postageVnd === null ? null : goodsVnd + postageVnd,
    prepaidTotalVnd: postageVnd === null ? null : goodsVnd + postageVnd - codFeeVnd,
    count: sumVnd(lines.map((line) => line.quantity)),
    canOrder: lines.length > 0 && lines.every((line) => canBeOrdered(line.problem)),
    paymentMethods,
  };
}

function toLine(line: CartLine): CartLineDto {
  const { pack } = line;
  return {
    packId: line.packId,
    slug: pack?.slug ?? '',
    productName: pack?.productName ?? '',
    householdId: pack?.householdId ?? null,
    householdName: pack?.householdName ?? '',
    image: pack?.imageThumbUrl ?? null,
    netContent: pack?.netContent ?? '',
    priceVnd: pack?.priceVnd ?? line.seenPriceVnd,
    quantity: line.quantity,
    lineVnd: (pack?.priceVnd ?? line.seenPriceVnd) * line.quantity,
    problem: line.problem,
    closedUntil: pack?.closedUntil ?? null,
    available: Math.max(0, line.onHand),
    wasPriceVnd: line.problem === 'price_changed' ? line.seenPriceVnd : null,
  };
}

function toHousehold({ household, goodsVnd, postage }: QuotedPart): CartHouseholdDto {
  const quoted = postage.status === 'quoted' ? postage : null;
  return {
    id: household.id,
    name: household.name,
    slug: household.slug,
    goodsVnd,
    postageVnd: quoted?.postageVnd ?? null,
    codFeeVnd: quoted?.codFeeVnd ?? null,
    postageStatus: postage.status,
    days: quoted?.days ?? null,
    inspection: household.inspection,
  };
}

/** Households none of whose lines can be ordered: they are shown too, so that each line can be put right. */
function withNothingToSend(lines: CartLine[], parts: QuotedPart[]): CartHouseholdDto[] {
  const sending = new Set(parts.map(({ household }) => household.id));
  const others = new Map(lines.flatMap(({ pack }) => (pack && !sending.has(pack.householdId) ? [[pack.householdId, pack] as const] : [])));
  return [...others].map(([id, pack]) => ({
    id,
    name: pack.householdName,
    slug: pack.householdSlug,
    goodsVnd: 0,
    postageVnd: null,
    codFeeVnd: null,
    postageStatus: 'nothing',
    days: null,
    inspection: false,
  }));
}
