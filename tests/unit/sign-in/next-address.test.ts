import { expect, test } from "vitest";
import { safeNext } from "#components/sign-in/next-address.ts";

test.each(["/accounts", "/accounts/1/users?search=ada&size=25", "/profile#password", "/logins", "/api-guide"])("leads on to %s", (next) => {
  expect(safeNext(next)).toBe(next);
});

test.each([
  undefined,
  "",
  "accounts",
  "https://elsewhere.example",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "\\\\elsewhere.example",
  "/\t/elsewhere.example",
  "/\n/elsewhere.example",
  "///elsewhere.example/a",
  "javascript:alert(1)",
  "http:/elsewhere.example",
  "/.//elsewhere.example",
  "/..//elsewhere.example",
  "/a/..//elsewhere.example",
  "/%2e%2e//elsewhere.example",
  "/.\\/elsewhere.example",
  ["/accounts", "/orders"],
])("does not leave the portal for %j", (next) => {
  expect(safeNext(next)).toBe("/dashboard");
});

test.each(["/login", "/login?next=/login", "/logout", "/api/v1/me", "/api"])("does not go round in circles or to no page: %s", (next) => {
  expect(safeNext(next)).toBe("/dashboard");
});
