import { createElement } from "react";
import "@univerjs/sheets-drawing-ui/facade";
import type { Grid } from "./grid";

/** A picture to lie over the cells, in pixels from the sheet's top left corner. */
export interface Picture {
  readonly id: string;
  readonly sheet: string;
  readonly svg: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const COMPONENT = "ClvChart";
/** Univer counts positions from the corner of its headers. */
const HEADERS = { width: 46, height: 20 };

interface Shown extends Picture {
  dispose(): void;
}

/**
 * Keeps pictures over the cells of the sheet in front: Univer's open version has no charts (WORKBENCH.md), and places
 * what lies on other sheets by the size of the one in front.
 */
export function createChartLayer(grid: Grid): (pictures: readonly Picture[]) => void {
  grid.api.registerComponent(COMPONENT, ({ data }: { data?: { svg?: string } }) =>
    createElement("div", {
      className: "chart",
      style: { width: "100%", height: "100%" },
      dangerouslySetInnerHTML: { __html: data?.svg ?? "" },
    }),
  );
  const shown = new Map<string, Shown>();
  const isPlacedAlike = (a: Picture, b: Picture): boolean =>
    a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;

  function remove(id: string): void {
    shown.get(id)?.dispose();
    shown.delete(id);
  }

  function put(picture: Picture): void {
    const sheet = grid.api.getActiveWorkbook()?.getSheetBySheetId(picture.sheet);
    if (!sheet) return;
    const before = shown.get(picture.id);
    if (before && isPlacedAlike(before, picture)) {
      if (before.svg !== picture.svg) {
        sheet.updateFloatDom(picture.id, { data: { svg: picture.svg } });
        shown.set(picture.id, { ...before, svg: picture.svg });
      }
      return;
    }
    remove(picture.id);
    const startX = picture.left + HEADERS.width;
    const startY = picture.top + HEADERS.height;
    const layer = sheet.addFloatDomToPosition(
      {
        componentKey: COMPONENT,
        initPosition: { startX, startY, endX: startX + picture.width, endY: startY + picture.height },
        data: { svg: picture.svg },
        allowTransform: false,
      },
      picture.id,
    );
    if (layer) shown.set(picture.id, { ...picture, dispose: () => layer.dispose() });
  }

  return (pictures) => {
    const front = grid.backend.activeSheet();
    const visible = pictures.filter((picture) => picture.sheet === front);
    for (const id of [...shown.keys()]) if (!visible.some((picture) => picture.id === id)) remove(id);
    visible.forEach(put);
  };
}
