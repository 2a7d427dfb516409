/**
 * Finished things for the clerk: Word documents written in a worker, files saved by the way of the machine. What does it
 * is loaded when it is first needed.
 */
import type { DocumentPlan } from '../../core/document/document-plan';
import type { SaveFile } from '../state/tools';
import type { DocumentWork } from './document-work';

const TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
  csv: 'text/csv',
  json: 'application/json',
};

/** Saves by the way of the machine; gives the sentence that says where to look. */
export const handOver: SaveFile = async (name, bytes) => {
  const { saveFile } = await import('./save-file');
  return saveFile(name, bytes, TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream').sentence;
};

let documents: DocumentWork | null = null;

/** The document as a .docx file. Rejects only for a bug. */
export async function writeDocument(plan: DocumentPlan): Promise<Uint8Array<ArrayBuffer>> {
  const { documentWorkInWorker } = await import('./document-work');
  documents ??= documentWorkInWorker();
  return documents.write(plan);
}
