import type { FastifyRequest } from 'fastify';
import { platformProblem } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';

/** What the server's multipart plug-in adds to a request. */
export type UploadRequest = FastifyRequest & {
  isMultipart(): boolean;
  file(): Promise<{ fieldname: string; toBuffer(): Promise<Buffer> } | undefined>;
};

/** The bytes of the one file of a multipart request, field `file`. Throws `request.media-type`, `image.missing`. */
export async function uploadedImage(request: UploadRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw platformProblem('request.media-type');
  const upload = await request.file();
  if (!upload || upload.fieldname !== 'file') throw problem('image.missing');
  return upload.toBuffer();
}
