/** The employees of the contact center; they never come by themselves from another system (ACDCC-03). */
import { z } from "zod";
import { json, nothing } from "../kit/answers.ts";
import { listAnswer, readPageRequest } from "../kit/lists.ts";
import { conflict, invalid, notFound } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import type { Employee, MiccStore } from "./store.ts";

const EmployeeBody = z.strictObject({
  loginId: z.string().regex(/^\S{1,254}$/, "A login id has 1 to 254 characters without spaces."),
  firstName: z.string().max(60),
  lastName: z.string().max(60),
  email: z.union([z.literal(""), z.email("This is not an e-mail address.")]),
});

const EMPLOYEE_DEFAULTS = { firstName: "", lastName: "", email: "" };

function getEmployee(store: MiccStore, loginId = ""): Employee {
  const employee = store.employees.get(loginId);
  if (!employee) throw notFound(`There is no employee ${loginId}.`, "loginId");
  return employee;
}

function assertNamed({ firstName, lastName }: Employee): void {
  if (!firstName && !lastName) throw invalid("missing_field", "A first name or a last name is required.", "lastName");
}

function takenLogin(loginId: string) {
  return conflict("login_id_in_use", `Employee ${loginId} exists already.`, "loginId");
}

function addEmployee(store: MiccStore, body: unknown): Employee {
  const employee = parseBody(EmployeeBody, body, EMPLOYEE_DEFAULTS);
  assertNamed(employee);
  if (!store.employees.add(employee)) throw takenLogin(employee.loginId);
  return employee;
}

function changeEmployee(store: MiccStore, loginId: string | undefined, body: unknown): Employee {
  const before = getEmployee(store, loginId);
  const after = { ...before, ...parseBody(EmployeeBody.partial(), body) };
  assertNamed(after);
  if (after.loginId !== before.loginId) {
    if (store.employees.get(after.loginId)) throw takenLogin(after.loginId);
    for (const agent of store.agents.findBy("loginId", before.loginId)) {
      store.agents.replace(agent.agentNumber, { ...agent, loginId: after.loginId });
    }
  }
  store.employees.replace(before.loginId, after);
  return after;
}

function deleteEmployee(store: MiccStore, loginId: string | undefined): void {
  const employee = getEmployee(store, loginId);
  const agents = store.agents.findBy("loginId", employee.loginId);
  if (agents.length > 0) {
    const numbers = agents.map(({ agentNumber }) => agentNumber).join(", ");
    throw conflict("employee_has_agents", `Employee ${employee.loginId} can not be deleted while it has agents: ${numbers}.`);
  }
  store.employees.remove(employee.loginId);
}

/** The addresses of employees. */
export function employeeRoutes(store: MiccStore): Route[] {
  const all = "/api/v1/employees";
  const one = `${all}/{loginId}`;
  return [
    { method: "GET", path: all, kind: "read", run: (request) => listAnswer(store.employees.page(readPageRequest(request))) },
    { method: "GET", path: one, kind: "read", run: ({ params }) => json(200, getEmployee(store, params.loginId)) },
    { method: "POST", path: all, kind: "write", run: ({ body }) => json(201, addEmployee(store, body)) },
    { method: "PATCH", path: one, kind: "write", run: ({ params, body }) => json(200, changeEmployee(store, params.loginId, body)) },
    {
      method: "DELETE",
      path: one,
      kind: "write",
      run({ params }) {
        deleteEmployee(store, params.loginId);
        return nothing();
      },
    },
  ];
}
