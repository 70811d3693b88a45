/** The arrows of the house: app -> components -> lib/<domain>/schemas, app -> lib, lib -> db. Everything else fails `npm run lint`. */

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    { name: "no-circles", severity: "error", comment: "Two modules that need each other are one, or lack a third.", from: {}, to: { circular: true } },
    {
      name: "lib-knows-no-pages",
      severity: "error",
      comment: "lib is run by workers and scripts: no React, no Next, nothing of app or components.",
      from: { path: "^lib" },
      to: { path: "^(app|components)/|node_modules/(react|react-dom|next|server-only)/" , pathNot: "node_modules/next-auth/" },
    },
    {
      name: "components-know-no-database",
      severity: "error",
      comment: "A component takes of lib only shapes and data that are safe for the browser.",
      from: { path: "^components" },
      to: { path: "^lib/", pathNot: "^lib/([^/]+/(schemas|fields|locked-fields|warnings|phone-choices|default-template|new-template|rules|labels)\\.ts$|permissions/(table|grants)\\.ts$|messages/)" },
    },
    { name: "components-know-no-pages", severity: "error", from: { path: "^components" }, to: { path: "^app/" } },
    {
      name: "simulators-stand-alone",
      severity: "error",
      comment: "A simulated peer is another system: it is reached over the network, never by an import.",
      from: { path: "^lib/simulators" },
      to: { path: "^(lib|app|components)/", pathNot: "^lib/simulators" },
    },
    {
      name: "nobody-imports-simulators",
      severity: "error",
      from: { path: "^(lib|app|components)/", pathNot: "^lib/(simulators|processes)/" },
      to: { path: "^lib/simulators" },
    },
    { name: "nothing-needs-processes", severity: "error", comment: "Processes are started, not imported.", from: { path: "^(lib|app|components)/", pathNot: "^lib/processes/" }, to: { path: "^lib/processes" } },
    { name: "settings-are-read-in-one-place", severity: "error", from: { path: "^(app|components)/" }, to: { path: "^lib/db/(client|generated)" } },
    { name: "no-tests-in-the-product", severity: "error", from: { pathNot: "^tests/" }, to: { path: "^tests/" } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(lib/db/generated|\\.next)" },
    tsPreCompilationDeps: true,
    parser: "swc",
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"], exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
