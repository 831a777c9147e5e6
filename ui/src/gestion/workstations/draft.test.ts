import { describe, expect, it } from 'vitest';
import { draftOf, emptyDraft, portOf, printerOf, saveOf } from './draft';
import { moved, toggled } from './order';

const view = {
  id: 'w-1',
  code: 'C01',
  name: 'Caisse 1',
  layout_id: null,
  layout_name: null,
  default_customer_id: 'c-1',
  default_customer_name: 'Comptoir',
  methods: [
    { id: 'm-1', kind: 'cash' as const, name: 'Espèces', letter: 'E', natures: [] },
    { id: 'm-2', kind: 'cheque' as const, name: 'Chèque', letter: 'C', natures: [] },
  ],
  printer: { connection: { kind: 'tcp' as const, host: '192.168.1.20', port: 9100 }, columns: 32, confirmation: 'gs_r' as const, drawer: false },
  print_policy: 'always' as const,
  customer_display: true,
  active: true,
  shift: null,
  is_default_here: false,
};

describe('workstation draft', () => {
  it('saves back what was read when nothing changes', () => {
    expect(saveOf('w-1', draftOf(view))).toEqual({
      id: 'w-1',
      code: 'C01',
      name: 'Caisse 1',
      layout_id: null,
      default_customer_id: 'c-1',
      method_ids: ['m-1', 'm-2'],
      printer: view.printer,
      print_policy: 'always',
      customer_display: true,
      active: true,
    });
  });

  it('is not complete without code, name and method', () => {
    const whole = { ...emptyDraft(['m-1'], ''), code: 'C2', name: 'Caisse 2' };
    expect(saveOf(null, whole)).not.toBeNull();
    expect(saveOf(null, { ...whole, code: 'C-2' })).toBeNull();
    expect(saveOf(null, { ...whole, name: ' ' })).toBeNull();
    expect(saveOf(null, { ...whole, methods: [] })).toBeNull();
  });

  it('asks for the address of the chosen connection only', () => {
    const printer = draftOf(view).printer;
    expect(printerOf({ ...printer, kind: 'none', host: '' })).toBeNull();
    expect(printerOf({ ...printer, host: ' ' })).toBeUndefined();
    expect(printerOf({ ...printer, port: '0' })).toBeUndefined();
    expect(printerOf({ ...printer, kind: 'file', path: '/dev/usb/lp0', host: '' })).toMatchObject({ connection: { kind: 'file', path: '/dev/usb/lp0' } });
  });

  it('takes ports from 1 to 65535', () => {
    expect([portOf('9100'), portOf('65535'), portOf('65536'), portOf('-1'), portOf('x')]).toEqual([9100, 65_535, null, null, null]);
  });
});

describe('order', () => {
  it('adds at the end and takes away', () => {
    expect(toggled(['a', 'b'], 'c')).toEqual(['a', 'b', 'c']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });

  it('moves within the list', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a'], 'z', 1)).toEqual(['a']);
  });
});
