/** Longest side of each stored size, in pixels. */
export const IMAGE_SIZES = { thumb: 320, page: 800, full: 1600 } as const;
const SIZES: readonly number[] = Object.values(IMAGE_SIZES);

/** A picture as the API shows it; `width` and `height` are those of `url`. */
export interface ImageView {
  url: string;
  thumbUrl: string;
  fullUrl: string;
  width: number;
  height: number;
  alt: string;
}

/** Where a size of a picture is served. */
export function imageUrl(key: string, size: number): string {
  return `/api/v1/images/${key}-${size}.webp`;
}

/** Where a size lies in storage. */
export function storageKey(key: string, size: number): string {
  return `images/${key.slice(0, 2)}/${key}-${size}.webp`;
}

/** The storage key of a name asked for at `/api/v1/images/{name}`; null for a name that is none of ours. */
export function storageKeyOfName(name: string): string | null {
  const match = /^([0-9a-f]{32})-(\d+)\.webp$/.exec(name);
  return match && SIZES.includes(Number(match[2])) ? storageKey(match[1]!, Number(match[2])) : null;
}

/** A stored picture; `width` and `height` are those of its page size, `alt` may be empty. */
export interface StoredImage {
  key: string;
  width: number;
  height: number;
  alt: string;
}

/** The view of a picture of a product called `name`, which is what is to be seen unless the household said more. */
export function imageView({ key, width, height, alt }: StoredImage, name: string): ImageView {
  return {
    url: imageUrl(key, IMAGE_SIZES.page),
    thumbUrl: imageUrl(key, IMAGE_SIZES.thumb),
    fullUrl: imageUrl(key, IMAGE_SIZES.full),
    width,
    height,
    alt: alt || name,
  };
}

/** The view of a picture on a list, where nobody looks at its full size. */
export function cardImage(key: string, width: number, height: number, alt: string): Omit<ImageView, 'fullUrl'> {
  return { url: imageUrl(key, IMAGE_SIZES.page), thumbUrl: imageUrl(key, IMAGE_SIZES.thumb), width, height, alt };
}
