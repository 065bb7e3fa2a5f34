import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { z } from "zod";
import { type Call, defineCommand, exitCodes } from "#app/cli/command.ts";
import { configOf, openHouse } from "#app/cli/house.ts";
import { Refused } from "#app/cli/refusals.ts";
import { systemCtx } from "#app/cli/system-ctx.ts";
import { createUser } from "#app/features/accounts/operations.server.ts";
import { judgePassword, passwordMinimum } from "#app/features/accounts/passwords/rules.ts";

export const command = defineCommand({
  options: {
    email: { type: "string" },
    name: { type: "string" },
    role: { type: "string" },
    "password-stdin": { type: "boolean" },
    data: { type: "string" },
  },
  input: z.strictObject({
    email: z.string().trim().toLowerCase().max(200).pipe(z.email()),
    name: z.string().trim().min(1).max(120),
    role: z.enum(["none", "organiser", "operator", "auditor"]).default("none"),
    "password-stdin": z.boolean().default(false),
    data: z.string().min(1).optional(),
  }),
  run: async (input, call) => {
    const house = openHouse(configOf(call.io, { DATA_DIR: input.data }));
    try {
      const password = input["password-stdin"] ? await firstLine(call) : await askTwice(call);
      if (password.length < passwordMinimum) throw new Refused("cli.userCreate.tooShort", { minimum: passwordMinimum });
      const { email, name, role } = input;
      if (!(await judgePassword(password, [name, email])).enough) throw new Refused("cli.userCreate.tooCommon");
      const id = await createUser(systemCtx(house, call.t.locale), { email, name, password, systemRole: role });
      call.print({ id, email, name, role }, call.t("cli.userCreate.done", { email, role }));
      return exitCodes.ok;
    } finally {
      house.close();
    }
  },
});

async function firstLine({ io }: Call): Promise<string> {
  const lines = createInterface({ input: io.stdin });
  for await (const line of lines) return line;
  return "";
}

async function askTwice({ io, t }: Call): Promise<string> {
  if (!io.stdin.isTTY) throw new Refused("cli.userCreate.noTerminal");
  // What is typed is echoed by nobody: readline writes to a stream that leads nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: io.stdin, output: nowhere, terminal: true });
  const ask = async (question: string): Promise<string> => {
    io.err(question);
    const answer = await lines.question("");
    io.err("\n");
    return answer;
  };
  try {
    const password = await ask(t("cli.userCreate.ask", { minimum: passwordMinimum }));
    if (password !== (await ask(t("cli.userCreate.again")))) throw new Refused("cli.userCreate.differ");
    return password;
  } finally {
    lines.close();
  }
}
