import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readCsv } from "../../src/orders/readCsv";
import type { Cell } from "../../src/orders/cells";

/**
 * LibreOffice as a calculator and an eye that are not ours. Where it is missing, `libreOffice` is null: tests then say
 * so in their titles and are skipped.
 */
const onPath = (name: string): string | null => {
  const folder = (process.env.PATH ?? "")
    .split(path.delimiter)
    .find((each) => existsSync(path.join(each, name)));
  return folder ? path.join(folder, name) : null;
};

const libreOffice: string | null = onPath("soffice") ?? onPath("libreoffice");

/** `it` where LibreOffice is there; else a skipped test that tells why. */
export function itWithLibreOffice(title: string, test: () => Promise<void>, timeout = 120_000): void {
  if (libreOffice) it(title, test, timeout);
  else it.skip(`${title} (skipped: no soffice on this machine; apt-get install libreoffice-calc)`, test);
}

/** Calculate every formula anew when a file is loaded, instead of trusting the results it carries. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** Comma, quote, UTF-8, all sheets; numbers in full precision instead of as shown. */
const ALL_SHEETS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), "clv-office-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens an xlsx, calculates all of it anew and writes it in another format into `folder`. */
function convert(folder: string, xlsx: Uint8Array, format: string): void {
  if (!libreOffice) throw new Error("LibreOffice is not installed");
  const profile = path.join(folder, "profile");
  mkdirSync(path.join(profile, "user"), { recursive: true });
  writeFileSync(path.join(profile, "user", "registrymodifications.xcu"), ALWAYS_RECALCULATE);
  writeFileSync(path.join(folder, "book.xlsx"), xlsx);
  execFileSync(
    libreOffice,
    [
      `-env:UserInstallation=file://${profile}`,
      "--headless",
      "--convert-to",
      format,
      "--outdir",
      folder,
      path.join(folder, "book.xlsx"),
    ],
    { stdio: "pipe", timeout: 110_000 },
  );
}

/** LibreOffice puts quotes around numbers in full precision, so a text that is a plain number comes back as one. */
function asNumber(cell: Cell): Cell {
  return typeof cell === "string" && /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(cell) ? Number(cell) : cell;
}

/** What LibreOffice makes of every sheet: its cells by the sheet's name. Dates come in the file's own format. */
export function recalculated(xlsx: Uint8Array): Map<string, Cell[][]> {
  return inFolder((folder) => {
    convert(folder, xlsx, ALL_SHEETS_CSV);
    const files = readdirSync(folder).filter((file) => file.endsWith(".csv"));
    return new Map(
      files.map((file) => [
        file.replace(/^book-/, "").replace(/\.csv$/, ""),
        readCsv(readFileSync(path.join(folder, file)), { separator: "," }).cells.map((row) =>
          row.map(asNumber),
        ),
      ]),
    );
  });
}

/** Pictures of the printed pages, as PNG files in `target`; needs poppler's pdftoppm. */
export function pictures(xlsx: Uint8Array, target: string): string[] {
  const pdftoppm = onPath("pdftoppm");
  if (!pdftoppm) throw new Error("pdftoppm is not installed (apt-get install poppler-utils)");
  return inFolder((folder) => {
    convert(folder, xlsx, "pdf");
    mkdirSync(target, { recursive: true });
    execFileSync(pdftoppm, ["-png", "-r", "80", path.join(folder, "book.pdf"), path.join(target, "page")]);
    return readdirSync(target)
      .filter((file) => /^page.*\.png$/.test(file))
      .sort()
      .map((file) => path.join(target, file));
  });
}
