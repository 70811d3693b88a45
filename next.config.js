/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // These load native code or read their own files at run time, so they stay outside the server bundle.
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino", "exceljs", "nodemailer", "@prisma/client", "@prisma/adapter-pg"],
  // `npm run lint` checks the types of everything; a build for `npm start` need not wait for it a second time.
  typescript: { ignoreBuildErrors: true },
  // next-intl asks for its configuration by this name; its own plugin would load a compiler for what one line does.
  turbopack: { resolveAlias: { "next-intl/config": "./app/messages.ts" } },
  experimental: { staleTimes: { dynamic: 0 } },
};
