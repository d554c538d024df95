import type { FastifyReply } from 'fastify';

/** The type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** The answer is a file, in the API's description. */
export const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

/** Answers with a file to keep, which is kept nowhere on its way. */
export async function sendFile(reply: FastifyReply, fileName: string, type: string, bytes: Buffer | string): Promise<void> {
  void reply.header('Cache-Control', 'private, no-store').header('Content-Disposition', `attachment; filename="${fileName}"`);
  await reply.type(type).send(bytes);
}
