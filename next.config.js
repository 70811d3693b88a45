import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./app/messages.ts");

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // These load native code or read their own files at run time, so they stay outside the server bundle.
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino", "exceljs", "@prisma/client", "@prisma/adapter-pg"],
  devIndicators: false,
};

export default withNextIntl(config);
