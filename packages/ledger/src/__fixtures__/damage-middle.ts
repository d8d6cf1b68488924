import { open, stat } from "node:fs/promises";

/** Writes other bytes over every page of a file behind the first forty. */
export async function damageMiddle(file: string): Promise<void> {
  const { size } = await stat(file);
  const handle = await open(file, "r+");
  for (let position = 4096 * 40; position < size; position += 4096)
    await handle.write(Buffer.alloc(2000, 0xab), 0, 2000, position);
  await handle.close();
}
