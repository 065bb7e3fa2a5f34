/**
 * Resolves at the first SIGTERM or SIGINT, or when the parent process that speaks with us is gone. A second signal ends the
 * process at once, for whoever does not want to wait.
 */
export function askedToStop(): Promise<string> {
  return new Promise((resolve) => {
    let asked = false;
    const ask = (reason: string): void => {
      if (asked && reason !== "disconnect") process.exit(130);
      asked = true;
      resolve(reason);
    };
    process.on("SIGTERM", () => ask("SIGTERM"));
    process.on("SIGINT", () => ask("SIGINT"));
    process.on("disconnect", () => ask("disconnect"));
    // Listening for the parent's end must not keep a process that has done its work.
    process.channel?.unref();
    // To listen is no reason to stay: a process that has finished its work ends, whoever still speaks with it.
    process.channel?.unref();
    // The parent may have gone while this process was still starting, before anybody listened.
    if (process.connected === false) ask("disconnect");
  });
}
