import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/** The type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv; charset=utf-8';

/** The answer is a file of one of these types, in the API's description. */
export function AnswersFile(...types: string[]) {
  const binary = { schema: { type: 'string', format: 'binary' } } as const;
  return applyDecorators(ApiProduces(...types), ApiOkResponse({ content: Object.fromEntries(types.map((type) => [type, binary])) }));
}

/** Answers with a file to keep, which is kept nowhere on its way. `name` with its ending. */
export async function sendFile(reply: FastifyReply, name: string, type: string, bytes: Uint8Array): Promise<void> {
  void reply.header('Cache-Control', 'private, no-store').header('Content-Disposition', `attachment; filename="${name}"`);
  await reply.type(type).send(bytes);
}
