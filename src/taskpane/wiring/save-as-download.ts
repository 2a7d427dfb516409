/** Saving in a plain browser: a download into the folder the clerk's browser uses. */

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** The browser reads the bytes after the click; a minute is ample. In milliseconds. */
const KEEP = 60_000;

export function saveAsDownload(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: WORKBOOK }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, KEEP);
}
