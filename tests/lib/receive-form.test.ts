import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { discardReceived, receiveForm } from "#app/lib/uploads/receive-form.server.ts";
import { freshFolder } from "#tests/support/folders.ts";

const file = (words: string): string =>
  `--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n${words}\r\n`;

const sent = (body: string): Request =>
  new Request("http://localhost/", { method: "POST", headers: { "Content-Type": "multipart/form-data; boundary=x" }, body });

it("leaves nothing of a field that is sent twice once the last of it is taken away", async () => {
  const folder = freshFolder();
  const received = await receiveForm(sent(`${file("one")}${file("two")}--x--\r\n`), folder);
  expect(readdirSync(folder)).toHaveLength(1);
  await discardReceived(received);
  expect(readdirSync(folder)).toEqual([]);
});

it("leaves nothing of a form that broke off", async () => {
  const folder = freshFolder();
  await expect(receiveForm(sent(`${file("one")}--x\r\nContent-Disposition: form-data; na`), folder)).rejects.toThrow();
  expect(readdirSync(folder)).toEqual([]);
});
