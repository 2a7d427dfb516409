/**
 * The worker that writes Word documents: plan in, .docx out. The Word library is loaded here and nowhere else in the pane,
 * when the first document is asked for.
 */
import { writeDocx } from '../../files/write/docx/write-docx';
import type { DocumentAnswer, DocumentOrder } from './document-work';

function tell(answer: DocumentAnswer, transfer: Transferable[] = []): void {
  globalThis.postMessage(answer, { transfer });
}

globalThis.addEventListener('message', (event: MessageEvent<DocumentOrder>) => {
  const { id, plan } = event.data;
  writeDocx(plan).then(
    (made) => {
      const bytes = new Uint8Array(made);
      tell({ id, bytes }, [bytes.buffer]);
    },
    (error: unknown) => {
      // The kind of fault, not its text, which might quote what a document says.
      tell({ id, failed: error instanceof Error ? error.name : 'unknown' });
    },
  );
});
