const LONGEST_SIDE = 2000;
const SMALL_ENOUGH_BYTES = 700_000;

/**
 * The picture as a JPEG of at most 2000 pixels a side; it also loses where and with what phone it was taken. A picture the browser
 * cannot read is handed on as it is: the API says what is wrong with it.
 */
export async function smallerPicture(picture: Blob): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(picture);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    if (scale === 1 && picture.size <= SMALL_ENOUGH_BYTES) return picture;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return (await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))) ?? picture;
  } catch {
    return picture;
  }
}
