// Reads one file out of a zip archive: enough to look into a workbook.
import { inflateRawSync } from "node:zlib";

const directory_entry = 0x02014b50;

export function names_and_texts(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = 0; at + 46 < archive.length; at += 1) {
    if (archive.readUInt32LE(at) !== directory_entry) continue;
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const name_length = archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString("utf8", at + 46, at + 46 + name_length);
    const start =
      local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(start, start + packed);
    files.set(name, (method === 0 ? bytes : inflateRawSync(bytes)).toString("utf8"));
  }
  return files;
}
