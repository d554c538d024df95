import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/** The answer is a PDF, in the API's description. */
export function AnswersPdf() {
  return applyDecorators(
    ApiProduces('application/pdf'),
    ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } }),
  );
}

/** Answers with a PDF that is kept nowhere on its way. `name` without ending. */
export async function sendPdf(reply: FastifyReply, name: string, bytes: Buffer): Promise<void> {
  void reply.header('Cache-Control', 'private, no-store').header('Content-Disposition', `inline; filename="${name}.pdf"`);
  await reply.type('application/pdf').send(bytes);
}
