// The identity of this computer (one browser profile, one installed till): its default workstation opens by itself.

const KEY = 'comptoir.computer';

export function computerId(storage: Storage = localStorage): string {
  const known = storage.getItem(KEY);
  if (known !== null) return known;
  const minted = crypto.randomUUID();
  storage.setItem(KEY, minted);
  return minted;
}
