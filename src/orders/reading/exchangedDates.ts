import { dateOfSerial, isoOfSerial } from "../cellValues/calendars";
import type { Cell } from "../cells";
import type { FindingsLog } from "./findingsLog";

/** Fewer dates of either kind may be chance. */
const LEAST = 5;
const MONTHS = 12;

/**
 * Watches for dates in which Excel has exchanged day and month. Where a list with 03/04/2024 is opened under a setting
 * that writes the month first, Excel turns it into 4 March — and leaves 25/04/2024 as text, as there is no month 25.
 * The sign is a column in which every true date has a day up to 12, and every text date a day beyond.
 */
export class ExchangedDates {
  private suspects: { readonly row: number; readonly serial: number }[] = [];
  private texts = 0;
  private ruledOut = false;

  /** Looks at the date of a row that counts; after the first dates of an ordinary list there is nothing left to do. */
  watch(cell: Cell, serial: number, row: number): void {
    if (this.ruledOut) return;
    const [, , day] = dateOfSerial(serial);
    const isText = typeof cell === "string";
    if (isText !== day > MONTHS) {
      this.ruledOut = true;
      this.suspects = [];
    } else if (isText) {
      this.texts++;
    } else {
      this.suspects.push({ row, serial });
    }
  }

  /** Notes the rows whose dates may be exchanged. */
  report(log: FindingsLog): void {
    if (this.ruledOut || this.suspects.length < LEAST || this.texts < LEAST) return;
    for (const { row, serial } of this.suspects) log.note("exchangedDate", "kept", row, isoOfSerial(serial));
  }
}
