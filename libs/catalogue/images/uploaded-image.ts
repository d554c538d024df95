import { uploadedFile, type UploadRequest } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';

/** The bytes of the one picture of a multipart request. Throws `request.media-type`, `image.missing`. */
export async function uploadedImage(request: UploadRequest): Promise<Buffer> {
  const file = await uploadedFile(request);
  if (!file) throw problem('image.missing');
  return file.bytes;
}
