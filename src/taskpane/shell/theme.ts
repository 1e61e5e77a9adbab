/** Dark where Excel's own theme is dark, whatever the system says; the system's choice where Excel tells nothing. */
export function followTheme(root: HTMLElement): void {
  const apply = (theme: Office.OfficeTheme | undefined): void => {
    const dark = theme && isDark(theme);
    if (dark === undefined) delete root.dataset.theme;
    else root.dataset.theme = dark ? "dark" : "light";
  };
  const context: Partial<typeof Office.context> | undefined = Office.context;
  apply(context?.officeTheme);
}

/** From the colour of Excel's own body; undefined where there is none to go by. */
export function isDark(theme: Pick<Office.OfficeTheme, "bodyBackgroundColor">): boolean | undefined {
  const colour = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(theme.bodyBackgroundColor ?? "");
  if (!colour) return undefined;
  const [red = 0, green = 0, blue = 0] = colour.slice(1).map((part) => parseInt(part, 16));
  // Relative brightness (ITU-R BT.601).
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
