/** The browsers that browser tests use: those that are there, else Debian's, installed. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

type Needed = { name: string; setting: string; places: readonly string[]; packages: readonly string[] };

const CHROMIUM: Needed = { name: "Chromium", setting: "CHROMIUM_PATH", places: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"], packages: ["chromium"] };

/** Beside Chromium, which is also the engine of Edge: Firefox, and WebKit, the engine of Safari, which needs a screen to draw on. */
const OTHERS: readonly Needed[] = [
  { name: "Firefox", setting: "FIREFOX_PATH", places: ["/usr/bin/firefox-esr", "/usr/bin/firefox"], packages: ["firefox-esr"] },
  { name: "WebKit's driver", setting: "WEBKIT_DRIVER_PATH", places: ["/usr/bin/WebKitWebDriver"], packages: ["webkit2gtk-driver"] },
  { name: "Xvfb", setting: "XVFB_PATH", places: ["/usr/bin/Xvfb"], packages: ["xvfb"] },
];

/**
 * Finds a Chromium, installing Debian's where that can be done.
 * @throws Error with what to do when there is none
 */
export function findChromium(): string {
  return find([CHROMIUM])[CHROMIUM.setting]!;
}

/**
 * Finds every browser of the tests, installing Debian's where that can be done.
 * @returns where they are, by the names of the settings that the tests read
 * @throws Error with what to do when one is missing
 */
export function findBrowsers(): Record<string, string> {
  return find([CHROMIUM, ...OTHERS]);
}

function find(needed: readonly Needed[]): Record<string, string> {
  install(needed.filter((each) => !placeOf(each)).flatMap(({ packages }) => packages));
  return Object.fromEntries(
    needed.map((each) => {
      const place = placeOf(each);
      if (!place) throw new Error(`The browser tests need ${each.name}. Install it, or set ${each.setting} to the one you have.`);
      return [each.setting, place];
    }),
  );
}

function placeOf({ setting, places }: Needed): string | undefined {
  const named = process.env[setting];
  return [...(named ? [named] : []), ...places].find((place) => existsSync(place));
}

function install(packages: readonly string[]): void {
  if (packages.length === 0 || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log(`Installing ${packages.join(", ")} for the browser tests …`);
  const quiet = { stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  execFileSync("apt-get", ["update", "-qq"], quiet);
  execFileSync("apt-get", ["install", "-y", "-qq", ...packages], quiet);
}
