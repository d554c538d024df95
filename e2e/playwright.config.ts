import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser/find-browser.js';

const { executablePath, args, env } = await findBrowser();

/** The journeys run against the built application, started the way a user starts it, on a database of its own. */
export default defineConfig({
  testDir: './journeys',
  testMatch: '**/*.journey.ts',
  globalSetup: './world/start-application.ts',
  workers: 1,
  // One that passes only the second time is printed as flaky: an emulated cut does not always reach a sleeping worker.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json']],
  outputDir: '../.build/test-results',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args, env: { ...process.env, ...env } as Record<string, string> },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    screenshot: 'only-on-failure',
    trace: 'off',
  },
});
