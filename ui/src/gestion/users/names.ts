// Rights in words.

import type { Permission } from '#bindings/domain';
import { i18n } from '#lib/i18n/index.svelte';

/** «fermer son quart», with a capital as it stands in lists. */
export function permissionName(permission: Permission): string {
  const text = i18n.catalogue.format(`permission-${permission.replaceAll('_', '-')}`, undefined);
  return text.charAt(0).toLocaleUpperCase(i18n.tag) + text.slice(1);
}
