/** Moves the focus to an element once it is drawn, opening the details that hide it. */
export function focusOn(id: string): void {
  const element = document.getElementById(id);
  if (!element) return;
  for (let box = element.closest("details"); box; box = box.parentElement?.closest("details") ?? null)
    box.open = true;
  element.focus();
  // Where the page is taller than the pane, what has the focus must also be seen.
  element.scrollIntoView({ block: "nearest" });
}
