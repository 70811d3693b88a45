/** The adapter of a MiContact Center. */
import { z } from "zod";
import type { Agent, AgentGroup, ContactCenterAdapter, Employee, PeerConnection } from "./adapter.ts";
import { createPeerClient, NoAnswer, path } from "./http.ts";

const Info = z.object({ kind: z.literal("micc"), name: z.string(), release: z.string() });
const EmployeeAnswer: z.ZodType<Employee> = z.object({ loginId: z.string(), firstName: z.string(), lastName: z.string(), email: z.string() });
const AgentAnswer: z.ZodType<Agent> = z.object({ agentNumber: z.string(), loginId: z.string(), skillGroups: z.array(z.string()) });
const Group: z.ZodType<AgentGroup> = z.object({ number: z.string(), name: z.string(), members: z.array(z.string()) });

/** Connects to a MiContact Center. Nothing is sent before the first call; every call throws a `PeerError` when it fails. */
export function connectMicc(connection: PeerConnection): ContactCenterAdapter {
  const client = createPeerClient("micc", connection);
  return {
    kind: "micc",
    info: () => client.get("/info", Info),
    listEmployees: () => client.list("/employees", EmployeeAnswer),
    listAgents: () => client.list("/agents", AgentAnswer),
    listSkillGroups: () => client.list("/skill-groups", Group),
    createEmployee: (employee, key) => client.send("POST", "/employees", key, employee, NoAnswer),
    updateEmployee: (loginId, changes, key) => client.send("PATCH", path`/employees/${loginId}`, key, changes, NoAnswer),
    deleteEmployee: (loginId, key) => client.remove(path`/employees/${loginId}`, key),
    createAgent: (agent, key) => client.send("POST", "/agents", key, agent, NoAnswer),
    updateAgent: (agentNumber, changes, key) => client.send("PATCH", path`/agents/${agentNumber}`, key, changes, NoAnswer),
    deleteAgent: (agentNumber, key) => client.remove(path`/agents/${agentNumber}`, key),
    // Synchronizing twice does no harm, so it needs no idempotency key.
    synchronize: () => client.send("POST", "/synchronizations", undefined, {}, NoAnswer),
  };
}
