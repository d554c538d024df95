import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How to start a Chromium: its program, the flags it needs here, and its environment. */
export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `CHROMIUM_PATH`, else one of the system's, else the one that ships inside an npm package (Linux x64). */
export async function findBrowser(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH;
  if (own && !existsSync(own)) throw new Error(`CHROMIUM_PATH names no file: ${own}`);
  const found = own ?? SYSTEM.find((path) => existsSync(path));
  return found ? { executablePath: found, args: QUIET, env: {} } : packagedBrowser();
}

/** Unpacks the packaged Chromium once into our own folder: its default is one shared by everybody on the machine. */
async function packagedBrowser(): Promise<Browser> {
  const folder = join(import.meta.dirname, '../../.build/browser');
  mkdirSync(folder, { recursive: true });
  const before = { tmp: process.env.TMPDIR, lambda: process.env.AWS_LAMBDA_JS_RUNTIME, libraries: process.env.LD_LIBRARY_PATH };
  process.env.TMPDIR = folder;
  // Only where this is set does the package unpack the NSS libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    const fonts = join(folder, 'fonts.conf');
    writeFileSync(
      fonts,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`,
    );
    return {
      executablePath,
      args: [...QUIET, '--headless=shell', '--no-zygote', '--font-render-hinting=none'],
      env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: fonts },
    };
  } finally {
    restore('TMPDIR', before.tmp);
    restore('AWS_LAMBDA_JS_RUNTIME', before.lambda);
    restore('LD_LIBRARY_PATH', before.libraries);
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
