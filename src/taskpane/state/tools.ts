/** What components need besides the session and the desk: handing files over, and work on single files in a worker. */
import { createContext, useContext } from 'react';

import type { SendOutOrder } from '../../app/send-out';
import type { Campaign } from '../../core/campaign/campaign';
import type { DocumentPlan } from '../../core/document/document-plan';
import type { FormDefinition } from '../../core/forms/definition';
import type { Result } from '../../core/result';
import type { Refusal } from '../../core/finding-codes';

/** Hands a finished file to the clerk; gives the sentence that says where to look. */
export type SaveFile = (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

export interface FormOrder {
  readonly form: FormDefinition;
  readonly campaign: Campaign | null;
  /** The unit's name as typed; empty leaves the line to be filled in. */
  readonly unitName: string;
}

/** A run that makes the workbooks to send out. */
export interface SendOutRun {
  /** The .zip; null when it was stopped. Rejects only for a bug. */
  readonly archive: Promise<Uint8Array<ArrayBuffer> | null>;
  readonly stop: () => void;
}

/** Work on single files, done in a worker that is started when it is first needed. Rejects only for a bug. */
export interface FileWork {
  /** The blank form as an .xlsx file. */
  readonly makeForm: (order: FormOrder) => Promise<Uint8Array<ArrayBuffer>>;
  /** One pre-filled workbook per unit, as one .zip; told after every few how many are done. */
  readonly sendOut: (order: SendOutOrder, onProgress: (done: number) => void) => SendOutRun;
  /** The rows of the first sheet that holds something, as texts; of a roster, for example. */
  readonly readRows: (file: File) => Promise<Result<readonly (readonly string[])[], Refusal>>;
}

export interface PaneTools {
  readonly saveFile: SaveFile;
  /** A document as a .docx file. Rejects only for a bug. */
  readonly writeDocument: (plan: DocumentPlan) => Promise<Uint8Array<ArrayBuffer>>;
  readonly fileWork: FileWork;
}

export const ToolsContext = createContext<PaneTools | null>(null);

export function useTools(): PaneTools {
  const tools = useContext(ToolsContext);
  if (tools === null) throw new Error('no tools around this component');
  return tools;
}
