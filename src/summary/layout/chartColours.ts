/**
 * Colours that stay apart when printed in grey: each is much lighter than the one before it (relative luminance about
 * 0.07, 0.35 and 0.70), and none relies on telling red from green.
 */
export const DARK = "#1F4E79";
export const MIDDLE = "#E08A1E";
export const LIGHT = "#BDD7EE";

const channel = (from: number, to: number, share: number): string =>
  Math.round(from + (to - from) * share)
    .toString(16)
    .padStart(2, "0")
    .toUpperCase();

/** From the darkest blue to a light one that still shows on white: the older a line's subject, the darker. */
export const shadeOf = (index: number, count: number): string => {
  const share = count <= 1 ? 0 : index / (count - 1);
  return `#${channel(0x1f, 0x9d, share)}${channel(0x4e, 0xc3, share)}${channel(0x79, 0xe6, share)}`;
};
