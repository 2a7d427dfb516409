/** Words of a PDF with their places, as pdftotext (poppler-utils) tells them. In points from the top left corner. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = 'pdftotext';

export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PdfLine[];
}

function attribute(tag: string, name: string): number {
  return Number(new RegExp(`${name}="([\\d.]+)"`).exec(tag)?.[1]);
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

/** The pages of a PDF, their lines in reading order. */
export function pdfPages(pdf: Uint8Array): readonly PdfPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'tong-hop-pdf-'));
  try {
    const [source, target] = [join(folder, 'in.pdf'), join(folder, 'out.html')];
    writeFileSync(source, pdf);
    execFileSync(PROGRAM, ['-bbox-layout', source, target], { timeout: 60_000, stdio: 'pipe' });
    return readFileSync(target, 'utf8')
      .split('<page ')
      .slice(1)
      .map((page) => ({
        width: attribute(page, 'width'),
        height: attribute(page, 'height'),
        lines: page
          .split('<line ')
          .slice(1)
          .map((line) => ({
            left: attribute(line, 'xMin'),
            right: attribute(line, 'xMax'),
            top: attribute(line, 'yMin'),
            text: [...line.matchAll(/<word [^>]*>([^<]*)<\/word>/g)]
              .map((word) => (word[1] ?? '').replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity))
              .join(' '),
          })),
      }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
