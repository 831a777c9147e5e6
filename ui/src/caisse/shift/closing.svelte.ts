// SHF-17: the shift that is being closed from the back office, and what the closing form of the till needs for it.

import type { ShiftRow, WorkstationView } from '#bindings/api';
import { rpc } from '#platform/index';

interface Pending {
  readonly shift: string;
  readonly workstation: WorkstationView;
  /** Notes and coins of the country, in minor units. */
  readonly denominations: readonly number[];
}

class Closing {
  pending = $state.raw<Pending | null>(null);

  /** Opens the closing form for a shift of any workstation. */
  async begin(row: ShiftRow): Promise<void> {
    const [shop, workstations] = await Promise.all([rpc('shop_view', {}), rpc('workstation_list', {})]);
    const workstation = workstations.find((one) => one.id === row.workstation_id);
    if (workstation !== undefined) this.pending = { shift: row.id, workstation, denominations: shop.denominations };
  }

  finish(): void {
    this.pending = null;
  }
}

export const closing = new Closing();
