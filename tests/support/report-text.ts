/** A document plan as plain text, to be read and compared. */
import type { DocumentAnnex, DocumentBlock, DocumentPlan } from '../../src/core/document/document-plan';

export function reportText(plan: DocumentPlan): string {
  return [
    `${plan.superior ?? '–'} | ${plan.issuer ?? '……'} | số ${plan.number ?? '…'}/${plan.symbol ?? '…'} | ${plan.place ?? '…'}, ${plan.date ?? '…'} ${String(plan.year ?? '…')}`,
    plan.title ?? '',
    plan.subject,
    ...plan.addressees.map((one) => `Kính gửi: ${one}`),
    '',
    ...plan.body.map(blockText),
    '',
    ...plan.signatory,
    'Nơi nhận:',
    ...plan.recipients.map((one) => `- ${one}`),
    ...plan.annexes.map(annexText),
    '',
  ].join('\n');
}

function blockText(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${block.level === 1 ? '\n' : ''}${block.number} ${block.text}`;
    case 'paragraph':
      return `    ${block.runs.map((run) => run.text).join('')}`;
    case 'item':
      return `    - ${block.runs.map((run) => run.text).join('')}`;
    case 'prompt':
      return `    [${block.text}]`;
    case 'table':
      return [...block.header, ...block.rows].map((row) => `    | ${row.map((cell) => cell.text).join(' | ')}`).join('\n');
  }
}

function annexText(annex: DocumentAnnex): string {
  const photos = annex.photos.map((photo) => `    (ảnh) ${photo.caption}`);
  return [
    '',
    `=== ${annex.label}: ${annex.title} (${annex.orientation})`,
    annex.attachedTo ?? '',
    ...annex.blocks.map(blockText),
    ...photos,
  ].join('\n');
}
