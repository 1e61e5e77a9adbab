import type { RuntimeCall } from "../functionCalls";
import type { Host } from "../host/host";

/** What seams.js gives once the pane's office.js is there. */
export interface PaneConnection {
  functionOf(id: string): ((...args: unknown[]) => unknown) | undefined;
  invoke(calls: readonly RuntimeCall[]): void;
}

interface HostInfo {
  displayLanguage: string;
  contentLanguage: string;
  dark: boolean;
  apiVersion: string | undefined;
}

interface RuntimeAction {
  readonly Name: string;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
}

/** What seams.js expects of the page around the pane. */
interface PaneHost {
  readonly info: HostInfo;
  execute(request: string, options: { readonly delayForCellEdit: boolean }): Promise<string>;
  fromRuntime(actions: readonly RuntimeAction[]): void;
  onSelectionChanged(listener: () => void): void;
  onCalculated(listener: () => void): void;
  connected(connection: PaneConnection): void;
}

declare global {
  interface Window {
    __clvHost?: PaneHost;
  }
}

export interface Pane {
  readonly frame: HTMLIFrameElement;
  /** The connection of the page that is shown now. */
  connection(): Promise<PaneConnection>;
  /** Loads the pane anew, as Excel does when its language changes. */
  reload(change: Partial<HostInfo>): void;
  onFunctionResults(listener: (entries: readonly unknown[]) => void): void;
}

/** `Excel$Web$16.01$fa-IR$…`: how Office tells office.js where it runs. */
const addressOf = (info: HostInfo): string =>
  `/addin/taskpane.html?_host_Info=Excel$Web$16.01$${info.displayLanguage}$telemetry$isDialog$$0`;

/** The production task pane in a frame, its office.js answered by our host. */
export function createPane(side: HTMLElement, host: Host, info: HostInfo): Pane {
  const frame = document.createElement("iframe");
  frame.id = "pane";
  frame.title = "CLV for Excel task pane";
  let tellSelection: () => void = () => undefined;
  let tellCalculated: () => void = () => undefined;
  let tellResults: (entries: readonly unknown[]) => void = () => undefined;
  let connect: (connection: PaneConnection) => void = () => undefined;
  let connection = new Promise<PaneConnection>((resolve) => (connect = resolve));
  host.backend.onSelectionChanged(() => tellSelection());
  host.backend.onCalculated(() => tellCalculated());

  window.__clvHost = {
    info,
    execute: (request, options) => host.execute(request, options),
    fromRuntime(actions) {
      for (const action of actions) {
        if (!action.Name.startsWith("SetInvocation")) continue;
        const [first] = action.ArgumentInfo?.Arguments ?? [];
        if (first !== undefined) tellResults(Array.isArray(first) ? (first as readonly unknown[]) : [first]);
      }
    },
    onSelectionChanged: (listener) => (tellSelection = listener),
    onCalculated: (listener) => (tellCalculated = listener),
    connected: (made) => connect(made),
  };
  frame.src = addressOf(info);
  side.append(frame);

  return {
    frame,
    connection: () => connection,
    reload(change) {
      Object.assign(info, change);
      info.contentLanguage = info.displayLanguage;
      tellSelection = () => undefined;
      tellCalculated = () => undefined;
      connection = new Promise<PaneConnection>((resolve) => (connect = resolve));
      frame.src = addressOf(info);
    },
    onFunctionResults: (listener) => (tellResults = listener),
  };
}
