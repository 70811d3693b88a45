/** The browser that browser tests use: one that is there, else Debian's, installed. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Finds a Chromium, installing Debian's where that can be done.
 * @throws Error with what to do when there is none
 */
export function findChromium(): string {
  const named = process.env["CHROMIUM_PATH"];
  const found = [...(named ? [named] : []), ...PLACES].find((place) => existsSync(place));
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium for the browser tests …");
    const quiet = { stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    execFileSync("apt-get", ["update", "-qq"], quiet);
    execFileSync("apt-get", ["install", "-y", "-qq", "chromium"], quiet);
    if (existsSync(PLACES[0]!)) return PLACES[0]!;
  }
  throw new Error("The browser tests need Chromium. Install it, or set CHROMIUM_PATH to the one you have.");
}
