// Files of the books, as the host keeps them.

import type { FileContent } from '#bindings/api';
import { t } from '#lib/i18n/index.svelte';
import { saveFile } from '#platform/index';
import { attempt } from '#shell/errors';
import { toasts } from '#shell/toasts.svelte';

/** Asks the program for a file, keeps it, and says where. */
export function keep(ask: () => Promise<FileContent>): void {
  attempt(async () => {
    const file = await ask();
    const path = await saveFile(file);
    toasts.say(path === null ? t('accounting-file-offered', { name: file.name }) : t('accounting-file-kept', { path }));
  });
}
