type SharpModule = (typeof import('sharp'))['default'];

let loading: Promise<SharpModule> | undefined;

/** sharp, loaded with the first picture: 30 MB that a process which sees none need not hold. It keeps no cache and takes one core a picture. */
export function loadSharp(): Promise<SharpModule> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return loading;
}
