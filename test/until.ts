/** Longer than a busy machine takes, and shorter than jest waits for a test. */
const PATIENCE_MS = 50_000;

/** Looks again and again until it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !isSo();) {
    if (Date.now() > end) throw new Error(`waited in vain for ${isSo.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
