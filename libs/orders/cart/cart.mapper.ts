import { canBeOrdered, sumVnd } from './cart.rules.js';
import type { CartDto, CartHouseholdDto, CartLineDto } from './cart.dto.js';
import type { CartLine, QuotedPart } from './read-cart.query.js';

/** The cart a shopper sees. `totalVnd` is null until every household's postage is known. */
export function toCartDto(lines: CartLine[], parts: QuotedPart[]): CartDto {
  const households = parts.map(toHousehold);
  const goodsVnd = sumVnd(parts.map((part) => part.goodsVnd));
  const known = households.length > 0 && households.every((household) => household.postageVnd !== null);
  const postageVnd = known ? sumVnd(households.map((household) => household.postageVnd!)) : null;
  return {
    lines: lines.map(toLine),
    households,
    goodsVnd,
    postageVnd,
    totalVnd: postageVnd === null ? null : goodsVnd + postageVnd,
    count: sumVnd(lines.map((line) => line.quantity)),
    canOrder: lines.length > 0 && lines.every((line) => canBeOrdered(line.problem)),
  };
}

function toLine(line: CartLine): CartLineDto {
  const { pack } = line;
  return {
    packId: line.packId,
    slug: pack?.slug ?? '',
    productName: pack?.productName ?? '',
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
    postageStatus: postage.status,
    days: quoted?.days ?? null,
  };
}
