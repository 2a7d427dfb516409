/**
 * Chromium for tests, through playwright-core with the system's own browser and a fresh profile. A machine without it
 * fails these tests: skipping would hide that nobody looked at the page.
 */
import { existsSync } from 'node:fs';

import { chromium, type Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser's program: CHROMIUM_PATH, or where Debian and others put it. Throws where there is none. */
export function findChromium(): string {
  const named = process.env['CHROMIUM_PATH'];
  const found = named === undefined ? PLACES.find((place) => existsSync(place)) : existsSync(named) ? named : undefined;
  if (found === undefined) {
    throw new Error(`Chromium is not installed${named === undefined ? '' : ` at ${named}`}, and this test needs it. On Debian: apt-get install chromium`);
  }
  return found;
}

export async function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), headless: true, args: FLAGS });
}
