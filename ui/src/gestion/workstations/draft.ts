// A workstation while it is being edited: every printer field has a value, whichever connection is chosen, so that
// changing one's mind loses nothing.

import type { PrintConfirmation, PrinterSettings, PrintPolicy, WorkstationSave, WorkstationView } from '#bindings/api';
import type { CustomerId, LayoutId, MethodId, WorkstationId } from '#bindings/domain';
import { parseCount } from '#lib/i18n/parse';

export type PrinterKind = 'none' | 'tcp' | 'file';

export interface PrinterDraft {
  kind: PrinterKind;
  host: string;
  port: string;
  path: string;
  /** Characters per line: 48 on 80 mm paper, 32 on 58 mm. */
  columns: '48' | '32';
  confirmation: PrintConfirmation;
  drawer: boolean;
}

export interface WorkstationDraft {
  code: string;
  name: string;
  /** Empty for none. */
  layout: LayoutId;
  customer: { id: CustomerId; name: string } | null;
  /** Those it takes, in order. */
  methods: MethodId[];
  printer: PrinterDraft;
  policy: PrintPolicy;
  /** Customers have a display of their own. */
  display: boolean;
  active: boolean;
}

/** The raw TCP port that receipt printers listen on. */
const RAW_PORT = 9100;
const GREATEST_PORT = 65_535;

export function emptyDraft(methods: readonly MethodId[], layout: LayoutId): WorkstationDraft {
  return { code: '', name: '', layout, customer: null, methods: [...methods], printer: printerDraft(null), policy: 'on_request', display: false, active: true };
}

export function draftOf(view: WorkstationView): WorkstationDraft {
  const { default_customer_id: id, default_customer_name: name } = view;
  return {
    code: view.code,
    name: view.name,
    layout: view.layout_id ?? '',
    customer: id === null ? null : { id, name: name ?? '' },
    methods: view.methods.map((method) => method.id),
    printer: printerDraft(view.printer),
    policy: view.print_policy,
    display: view.customer_display,
    active: view.active,
  };
}

function printerDraft(settings: PrinterSettings | null): PrinterDraft {
  const connection = settings?.connection;
  return {
    kind: connection?.kind ?? 'none',
    host: connection?.kind === 'tcp' ? connection.host : '',
    port: String(connection?.kind === 'tcp' ? connection.port : RAW_PORT),
    path: connection?.kind === 'file' ? connection.path : '',
    columns: settings?.columns === 32 ? '32' : '48',
    confirmation: settings?.confirmation ?? 'process_id',
    drawer: settings?.drawer ?? true,
  };
}

/** A port, or null when the text is none. */
export function portOf(text: string): number | null {
  const port = parseCount(text);
  return port !== null && port >= 1 && port <= GREATEST_PORT ? port : null;
}

/** The settings of a draft; null without printer, undefined while something is missing. */
export function printerOf(draft: PrinterDraft): PrinterSettings | null | undefined {
  const rest = { columns: Number(draft.columns), confirmation: draft.confirmation, drawer: draft.drawer };
  if (draft.kind === 'none') return null;
  if (draft.kind === 'file') {
    const path = draft.path.trim();
    return path === '' ? undefined : { connection: { kind: 'file', path }, ...rest };
  }
  const port = portOf(draft.port);
  const host = draft.host.trim();
  return port === null || host === '' ? undefined : { connection: { kind: 'tcp', host, port }, ...rest };
}

/** Letters and digits, as the code stands in ticket numbers. */
export function isCode(text: string): boolean {
  return /^[A-Za-z0-9]{1,6}$/u.test(text.trim());
}

/** The command of a draft, or null while it is not complete. */
export function saveOf(id: WorkstationId | null, draft: WorkstationDraft): WorkstationSave | null {
  const printer = printerOf(draft.printer);
  if (!isCode(draft.code) || draft.name.trim() === '' || draft.methods.length === 0 || printer === undefined) return null;
  return {
    id,
    code: draft.code.trim(),
    name: draft.name.trim(),
    layout_id: draft.layout === '' ? null : draft.layout,
    default_customer_id: draft.customer?.id ?? null,
    method_ids: draft.methods,
    printer,
    print_policy: draft.policy,
    customer_display: draft.display,
    active: draft.active,
  };
}
