import type { Page } from 'playwright-core';

export interface WorkbenchOptions {
  /** Which VS Code; the newest unless said. */
  readonly version?: 'newest' | 'oldest';
  /** Which extension host runs the extension; `node` unless said. */
  readonly host?: 'node' | 'web';
  /** The folder to open, of which a throw-away copy is made; the sample study unless said. Absolute. */
  readonly folder?: string;
  /** A file in it that is open at the start, relative to the folder. */
  readonly openFile?: string;
  /** Added to the quiet settings every test starts with. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Of VS Code's own; `light` unless said. */
  readonly theme?: 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';
  /** Called before the start with the folders of the throw-away extension, study and user data, to change what is in them. */
  readonly prepare?: (folders: WorkbenchFolders) => void;
  /** In pixels; 1280 × 800 unless said. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

export interface WorkbenchFolders {
  readonly extension: string;
  readonly study: string;
  readonly userData: string;
}

export interface Workbench {
  readonly page: Page;
  /** The copy that is open: what the extension writes is read here. */
  readonly folder: string;
  /** Ends browser and server and removes the copy. */
  readonly close: () => Promise<void>;
}

/**
 * Starts VS Code with the extension installed as it was last built (`node esbuild.js`), and returns when the frame is drawn, the folder is
 * listed and the file, if one was named, is on screen. The extension itself may still be starting: await what it shows.
 * @throws Error where VS Code or Chromium could not be started, or nothing was drawn in a minute.
 */
export declare function openWorkbench(options?: WorkbenchOptions): Promise<Workbench>;
