import { platformProblem } from '@choxa/platform';

/**
 * Positions for things put in the order of `asked`, by id. Throws `request.conflict` when `asked` is not exactly the ids of `known`: somebody has
 * added or taken away one meanwhile, and an order that does not know of it would hide it.
 */
export function inOrder(asked: readonly string[], known: readonly { id: string }[]): Map<string, number> {
  const positions = new Map(asked.map((id, position) => [id, position]));
  if (positions.size !== asked.length || asked.length !== known.length || !known.every(({ id }) => positions.has(id)))
    throw platformProblem('request.conflict');
  return positions;
}
