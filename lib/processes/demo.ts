import { fork } from "node:child_process";

/** Fills an empty database with demo data, in a process of its own with the settings of the portal. */
export function addDemo(env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork("lib/processes/add-demo.ts", { env: { ...env, PORTAL_PROCESS: "demo" }, execArgv: ["--disable-warning=ExperimentalWarning"], stdio: "inherit" });
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error("The demo data could not be added."))));
  });
}
