/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // These load native code or read their own files at run time, so they stay outside the server bundle.
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino", "exceljs", "nodemailer", "@prisma/client", "@prisma/adapter-pg"],
  // `npm run lint` checks the types of everything; a build for `npm start` need not wait for it a second time.
  typescript: { ignoreBuildErrors: true },
  // next-intl asks for its configuration by this name; its own plugin would load a compiler for what one line does. The messages
  // come with their syntax read (lib/messages/page-messages.ts), so that what reads it need not travel to every browser.
  turbopack: { resolveAlias: { "next-intl/config": "./app/messages.ts", "use-intl/format-message": "use-intl/format-message/format-only" } },
  experimental: { staleTimes: { dynamic: 0 } },
};
