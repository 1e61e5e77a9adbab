import type { Host } from "../host/host";
export async function saveWorkbook(host: Host): Promise<Uint8Array<ArrayBuffer>> {
  void host;
  return new Uint8Array();
}
