import { writeFileSync } from 'node:fs';
import type { Sharp } from 'sharp';

const [WIDTH, HEIGHT] = [1280, 960];

/** Switches of a browser whose camera shows a film again and again. */
export function cameraShowing(film: string): string[] {
  return ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
}

/** Writes a film (Y4M, which Chromium plays as its camera) in which a picture is held before the lens. */
export async function filmOf(picture: Sharp, path: string): Promise<void> {
  const grey = await picture
    .flatten({ background: '#ffffff' })
    .resize(WIDTH, HEIGHT, { fit: 'contain', background: '#888888' })
    .greyscale()
    .raw()
    .toBuffer();
  const frame = Buffer.concat([Buffer.from('FRAME\n'), grey.subarray(0, WIDTH * HEIGHT), Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  writeFileSync(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]));
}
