// Takes an archive out of the program: journaled first, then read in parts and kept as a file.

import { rpc, saveFile } from '#platform/index';

/** Keeps an archive where the host keeps files. Resolves to its path, where the host knows one. */
export async function keepArchive(number: string, taxAudit: boolean): Promise<string | null> {
  const exported = await rpc('archive_export', { number, folder: null, tax_audit: taxAudit });
  const parts: string[] = [];
  for (let offset = 0; offset < exported.bytes; ) {
    const part = await rpc('archive_part', { export_id: exported.export_id, offset });
    if (part.content === '') break;
    parts.push(part.content);
    offset = part.next;
  }
  return saveFile({ name: exported.name, mime: 'application/zip', base64: parts.join('') });
}
