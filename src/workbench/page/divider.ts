const NARROWEST = 300;
const WIDEST = 900;
const STEP = 20;

/** Drags or steps the width of the task pane. */
export function createDivider(divider: HTMLElement, side: HTMLElement, desk: HTMLElement): void {
  const resize = (width: number): void => {
    side.style.width = `${Math.min(WIDEST, Math.max(NARROWEST, width))}px`;
  };
  divider.addEventListener("pointerdown", (down) => {
    divider.setPointerCapture(down.pointerId);
    desk.classList.add("resizing");
    const start = side.getBoundingClientRect().width;
    const move = (event: PointerEvent): void => resize(start + down.clientX - event.clientX);
    divider.addEventListener("pointermove", move);
    divider.addEventListener(
      "pointerup",
      () => {
        divider.removeEventListener("pointermove", move);
        desk.classList.remove("resizing");
      },
      { once: true },
    );
  });
  divider.addEventListener("keydown", (event) => {
    const width = side.getBoundingClientRect().width;
    if (event.key === "ArrowLeft") resize(width + STEP);
    if (event.key === "ArrowRight") resize(width - STEP);
  });
}
