import type { Cell } from "../cells";
import type { Calendar, ColumnDraft, DateOrder, ReadingRules } from "../orderColumns";

/** What a column can be. */
export type ColumnRole =
  "customer" | "date" | "amount" | "quantity" | "price" | "orderId" | "currency" | "group";

export interface ColumnCandidate {
  /** Zero-based column in the selection. */
  readonly column: number;
  /** From 0 (a guess) to 1 (sure). */
  readonly confidence: number;
}

/** The column taken for a role, and the others that could be it, best first. */
export interface ColumnChoice {
  readonly column: number | null;
  readonly confidence: number;
  readonly alternatives: readonly ColumnCandidate[];
}

/** What only the user can know. The first option is what is taken until the user answers. */
export type RecognitionQuestion =
  /** 03/04/2024: the third of April or the fourth of March? */
  | {
      readonly kind: "dateOrder";
      readonly column: number;
      readonly options: readonly DateOrder[];
      readonly example: string;
    }
  /** 1445/01/05 and the like fit more than one calendar, or none within plausible years. */
  | {
      readonly kind: "calendar";
      readonly column: number;
      readonly options: readonly Calendar[];
      readonly example: string;
    }
  /** "1,234": one thousand or one and a bit? */
  | {
      readonly kind: "decimalSign";
      readonly column: number;
      readonly options: readonly ("." | ",")[];
      readonly example: string;
    }
  /** Two columns fit a role about equally well. */
  | {
      readonly kind: "column";
      readonly role: "customer" | "date" | "amount";
      readonly options: readonly number[];
    };

/** A column of the selection as the user knows it. */
export interface ColumnHeading {
  readonly column: number;
  /** The heading's text; empty where there is none. */
  readonly heading: string;
  /** The first cells that are not empty, for a preview. */
  readonly examples: readonly Cell[];
}

/** What was recognised in the first rows of a selection. */
export interface Recognition {
  readonly columns: ColumnDraft;
  /** Suggested rules for these columns. */
  readonly rules: ReadingRules;
  readonly choices: Readonly<Record<ColumnRole, ColumnChoice>>;
  /** Needed and not found: the user must choose. */
  readonly missing: readonly ("customer" | "date" | "amount")[];
  readonly questions: readonly RecognitionQuestion[];
  readonly headings: readonly ColumnHeading[];
  /** Currencies seen in these rows: codes, or signs such as "$" that belong to several countries. */
  readonly currencies: readonly string[];
}

export interface RecognitionOptions {
  /** Today as Excel day serial: a reading with dates far after it is less plausible. */
  readonly today?: number;
  /** The workbook's date system. */
  readonly system1904?: boolean;
  /** Month before day where dates do not tell (United States). */
  readonly monthFirst?: boolean;
  /** Number formats of the same cells, as `Range.numberFormat` gives them. */
  readonly numberFormats?: readonly (readonly string[])[];
  /** What the user has decided already: the rest is recognised anew around it. */
  readonly fixed?: Partial<ColumnDraft>;
}
