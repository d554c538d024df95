import type { FastifyRequest } from 'fastify';
import { platformProblem } from '../errors/problem.js';

/** A request with what the server's multipart plug-in adds to it. */
export type UploadRequest = FastifyRequest & {
  isMultipart(): boolean;
  file(): Promise<{ fieldname: string; filename: string; toBuffer(): Promise<Buffer> } | undefined>;
};

export interface UploadedFile {
  /** As the sender calls it; not to be trusted. */
  name: string;
  bytes: Buffer;
}

/** The one file of a multipart request, field `file`; null where there is none. Throws `request.media-type`. */
export async function uploadedFile(request: UploadRequest): Promise<UploadedFile | null> {
  if (!request.isMultipart()) throw platformProblem('request.media-type');
  const upload = await request.file();
  return upload?.fieldname === 'file' ? { name: upload.filename, bytes: await upload.toBuffer() } : null;
}
