// What the interface needs from the program around it. Two hosts exist: the Tauri shell (`tauri.ts`, the only
// importer of @tauri-apps) and a browser on the development host (`http.ts`). This file knows neither.

import type { Call, Notice } from '#bindings/api';

/** What the host can do besides calls. */
export interface Capabilities {
  /** The shell of a real till: no browser chrome, files through native dialogs. */
  readonly native: boolean;
}

/** Tells whether events arrive. While they do not, what is shown may be old and calls may fail. */
export type LinkState = 'connecting' | 'up' | 'down';

/** Where the customer's display may be shown: not at all, on a monitor that the till is not on, or else over the till. */
export type DisplayPlace = 'nowhere' | 'own_monitor' | 'anywhere';

export interface EventSink {
  notice(notice: Notice): void;
  link(state: LinkState): void;
}

export interface Platform {
  readonly capabilities: Capabilities;
  /** Sends one call. Rejects with a `FaultError` when the program answered, with a `LinkError` when nobody did. */
  call(call: Call): Promise<unknown>;
  /** What customers may see at this computer: all that their display asks for, and all that its window may. */
  display(computer: string): Promise<unknown>;
  /** Shows the customer's display, or closes it. A browser knows no monitors: it opens the page only when a person asks. */
  showDisplay(place: DisplayPlace): Promise<void>;
  /**
   * Keeps a file where the person finds it: the shell writes it into their folder of downloads and tells the path, a browser
   * does so in its own way and tells nothing.
   */
  saveFile(name: string, mime: string, base64: string): Promise<string | null>;
  /** Starts the program anew. False where a person must do it. */
  restart(): Promise<boolean>;
  /** Delivers events until the returned function is called. Reconnects by itself. */
  listen(sink: EventSink): () => void;
}

/** Nobody answered: the call may or may not have been carried out. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
}
