import type { Host } from "../host/host";
import { noFaults, PAYLOAD_LIMIT } from "../host/faults";
import type { Faults } from "../host/faults";

type Switch = "editMode" | "protectedStructure" | "chartSelected";
type Amount = "delay" | "failAtRequest";

const SWITCHES: readonly (readonly [Switch, string])[] = [
  ["editMode", "A cell is being edited"],
  ["protectedStructure", "The workbook is protected"],
  ["chartSelected", "A chart is selected"],
];
const AMOUNTS: readonly (readonly [Amount, string])[] = [
  ["delay", "Slow host, milliseconds"],
  ["failAtRequest", "Fail at request number"],
];
/** Refuses the large requests of a writing; what takes them back is smaller, as it is under Excel's own limit. */
const SMALL_PAYLOAD = 60_000;

/** Lets a developer see what the pane says when Excel does not play along. */
export function createFaultMenu(menu: HTMLElement, list: HTMLElement, host: Host): void {
  const { faults } = host;
  const row = (label: string, input: HTMLInputElement): void => {
    const line = document.createElement("label");
    line.append(input, label);
    list.append(line);
    input.addEventListener("change", () => menu.classList.toggle("faulty", isFaulty(faults)));
  };
  const checkbox = (label: string, put: (on: boolean) => void): void => {
    const input = document.createElement("input");
    input.type = "checkbox";
    input.addEventListener("change", () => put(input.checked));
    row(label, input);
  };
  const words = document.createElement("p");
  words.textContent = "What goes wrong in Excel, to see how the pane answers.";
  list.append(words);
  for (const [name, label] of SWITCHES) checkbox(label, (on) => (faults[name] = on));
  checkbox("Large requests are refused", (on) => (faults.payloadLimit = on ? SMALL_PAYLOAD : PAYLOAD_LIMIT));
  for (const [name, label] of AMOUNTS) {
    const input = document.createElement("input");
    input.type = "number";
    input.min = "0";
    input.value = "0";
    input.addEventListener(
      "change",
      () => (faults[name] = Math.max(0, Math.round(Number(input.value)) || 0)),
    );
    row(label, input);
  }
  const gone = document.createElement("input");
  gone.type = "number";
  gone.min = "0";
  gone.value = "0";
  gone.addEventListener("change", () => {
    const atRequest = Math.max(0, Math.round(Number(gone.value)) || 0);
    const front = host.backend.sheets().find((sheet) => sheet.id === host.backend.activeSheet());
    faults.deleteSheet = atRequest > 0 && front ? { name: front.name, atRequest } : null;
  });
  row("Delete the sheet in front at request number", gone);
}

function isFaulty(faults: Faults): boolean {
  const none = noFaults();
  return (
    [...SWITCHES, ...AMOUNTS].some(([name]) => faults[name] !== none[name]) ||
    faults.payloadLimit !== PAYLOAD_LIMIT ||
    faults.deleteSheet !== null
  );
}
