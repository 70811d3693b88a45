import { buildIfStale } from "./web-build.ts";

console.log((await buildIfStale()) ? "Built." : "The build is up to date.");
