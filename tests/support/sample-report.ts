/** The report of the samples, as the command line would make it, for tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { receiveWorkbook, type ReceiveSettings } from '../../src/app/receive-workbook';
import { findCampaign } from '../../src/catalogue/campaigns';
import { DEFAULT_FORM_ID, findForm, FORMS } from '../../src/catalogue/forms';
import { DEFAULT_OUTLINE } from '../../src/catalogue/outlines';
import type { Campaign } from '../../src/core/campaign/campaign';
import { NO_DECISIONS, type Decisions } from '../../src/core/campaign/decisions';
import { indexRoster } from '../../src/core/campaign/identify';
import { ledgerOf } from '../../src/core/campaign/ledger';
import { parseRoster } from '../../src/core/campaign/roster';
import { rosterRows } from '../../src/core/campaign/roster-table';
import { consolidate } from '../../src/core/consolidation/consolidate';
import type { Consolidation } from '../../src/core/consolidation/consolidation';
import type { Received } from '../../src/core/consolidation/received';
import type { ReportChoices } from '../../src/core/narrative/context';
import { writeReport, type ReportOptions, type WrittenReport } from '../../src/core/narrative/write-report';
import { expandReceived } from '../../src/files/archive/expand';
import { digestPieces } from '../../src/files/fingerprint';
import { readWorkbook } from '../../src/files/read/read-workbook';
import { receivePaths } from '../../src/files/receive-node';
import { describeDue } from '../../src/messages/campaign-words';
import { narrativeWords } from '../../src/messages/narrative-words';

const SAMPLES = join(__dirname, '..', '..', 'samples');

export const form = (() => {
  const found = findForm(DEFAULT_FORM_ID);
  if (found === undefined) throw new Error('the default form is missing');
  return found;
})();

export const settings: ReceiveSettings = { form, forms: FORMS, expected: { year: 2024, theme: null }, acceptProposals: false };

let known: Promise<readonly Received[]> | null = null;

/** Every file of samples/received, read once. */
export function sampleReceived(): Promise<readonly Received[]> {
  known ??= readAll();
  return known;
}

async function readAll(): Promise<readonly Received[]> {
  const all: Received[] = [];
  for await (const { path, fileTime, bytes } of expandReceived(receivePaths([join(SAMPLES, 'received')]))) {
    if (!bytes.ok) {
      all.push({ file: path, hash: null, savedAt: null, fileTime, outcome: 'refused', refusal: bytes.error });
      continue;
    }
    const file = path.replace(/^.*samples\/received\//, '');
    all.push(receiveWorkbook(bytes.value, { file, hash: await digestPieces([bytes.value]), fileTime }, settings));
  }
  return all;
}

export const roster = (() => {
  const read = readWorkbook(readFileSync(join(SAMPLES, 'roster.csv')));
  const sheet = read.ok ? read.value.sheets[0] : undefined;
  if (sheet === undefined) throw new Error('the roster of the samples cannot be read');
  return parseRoster(rosterRows(sheet)).roster;
})();

export interface SampleOptions {
  readonly campaign?: Campaign | null;
  readonly decisions?: Decisions;
  readonly lastYear?: ReadonlyMap<string, number>;
  readonly choices?: ReportChoices;
  readonly withRoster?: boolean;
}

export interface SampleReport extends WrittenReport {
  readonly consolidation: Consolidation;
  readonly options: ReportOptions;
}

export function reportOf(received: readonly Received[], given: SampleOptions = {}): SampleReport {
  const decisions = given.decisions ?? NO_DECISIONS;
  const campaign = given.campaign === undefined ? sampleCampaign() : given.campaign;
  const index = given.withRoster === false ? null : indexRoster(roster);
  const consolidation = consolidate(form, received, {
    roster: index,
    decisions,
    expected: settings.expected,
    ...(given.lastYear === undefined ? {} : { lastYear: given.lastYear }),
  });
  const options: ReportOptions = {
    words: narrativeWords,
    outline: DEFAULT_OUTLINE,
    campaign,
    ledger: index === null ? null : ledgerOf(consolidation, { roster, campaign, decisions }),
    lastYear: given.lastYear ?? null,
    received,
    describeEntry: describeDue,
    ...(given.choices === undefined ? {} : { choices: given.choices }),
  };
  return { ...writeReport(consolidation, options), consolidation, options };
}

export function sampleCampaign(): Campaign {
  const campaign = findCampaign('lai-chau-2024');
  if (campaign === undefined) throw new Error('the campaign is missing');
  return campaign;
}
