/** The page that tests of components get (jsdom) gives the bytes of files and blobs to its `FileReader` only; browsers have both ways. */
Object.defineProperty(Blob.prototype, 'arrayBuffer', {
  configurable: true,
  value(this: Blob): Promise<ArrayBuffer> {
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => {
        // Of this page's own kind, as what is compared with it.
        resolve(new Uint8Array(reader.result as ArrayBuffer).slice().buffer);
      });
      reader.addEventListener('error', () => {
        reject(reader.error ?? new Error('unread'));
      });
      reader.readAsArrayBuffer(this);
    });
  },
});
