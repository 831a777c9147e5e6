// A chosen file as the contract wants it: its name, and its bytes in base64. The browser does the encoding.

import type { ImportFile } from '#bindings/api';

export function readFile(file: File): Promise<ImportFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = String(reader.result);
      // `data:text/csv;base64,…`; an empty file has no content part.
      resolve({ name: file.name, content: address.slice(address.indexOf(',') + 1) });
    };
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
}
