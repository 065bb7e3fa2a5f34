import { register } from "tsx/esm/api";

// A thread knows nothing of the loader its process was started with.
register();
await import("./worker.ts");
