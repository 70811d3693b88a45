import { pino } from "pino";

/** The log of this process: one JSON line an entry; what may hold a secret is left out by name. */
export const log = pino({
  // Read directly, since a log is wanted before the settings are known to be right.
  level: process.env["LOG_LEVEL"] ?? "info",
  base: { process: process.env["PORTAL_PROCESS"] ?? "portal" },
  serializers: { error: pino.stdSerializers.err },
  redact: {
    paths: ["password", "*.password", "token", "*.token", "authorization", "*.authorization", "cookie", "*.cookie", "pin", "*.pin", "secret", "*.secret"],
    censor: "[left out]",
  },
});
