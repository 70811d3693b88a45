/** How far the set-up of a gateway is, and what the entry in the panel says of it (GW-08 to GW-11, GW-48, INTEG-13). Pure. */
import type { GatewayFacts, WizardStep } from "./schemas.ts";

type State = { tone: "good" | "warn" | "bad"; message: string; helpPath?: string };

/** Where troubleshooting begins, below the account's address (GW-11). */
export const GATEWAY_HELP = "integrations/cloudlink_gateway/overview";

/** What stands beneath CloudLink Gateway: the next step, what is wrong, that there is an update, or that all is done. */
export function gatewayState(gateway: GatewayFacts | null): State {
  if (!gateway) return { tone: "warn", message: "No gateway detected" };
  if (!gateway.registered) return { tone: "warn", message: "Configure gateway" };
  if (gateway.fault) return { tone: "bad", message: gateway.fault, helpPath: GATEWAY_HELP };
  if (!gateway.connected) return { tone: "warn", message: gateway.platform === "smbc" ? "Sync PBX" : gateway.pbxDefined ? "Connect the PBX" : "Add PBX" };
  if (gateway.syncFault) return { tone: "bad", message: gateway.syncFault, helpPath: GATEWAY_HELP };
  if (!gateway.completed) return { tone: "warn", message: "Deployment" };
  if (gateway.availableRelease) return { tone: "warn", message: `Software update ${gateway.availableRelease} is available` };
  return { tone: "good", message: "Onboarding Complete" };
}

/** The step at which a set-up goes on. */
export function nextStep(gateway: Omit<GatewayFacts, "availableRelease" | "fault" | "syncFault" | "address" | "form"> | null): WizardStep {
  if (!gateway?.registered) return "gateway";
  if (!gateway.connected) return gateway.platform === "smbc" || gateway.pbxDefined ? "connect" : "pbx";
  return gateway.completed ? "overview" : "deployment";
}

/** The steps of a platform, in their order (GW-14, GW-24). */
export function stepsOf(platform: GatewayFacts["platform"]): WizardStep[] {
  return platform === "smbc" ? ["gateway", "connect", "deployment", "advanced", "overview"] : ["gateway", "pbx", "connect", "deployment", "advanced", "overview"];
}

/** Whether a step can be opened: those behind that are done, and the next one. */
export function isOpen(step: WizardStep, gateway: Parameters<typeof nextStep>[0]): boolean {
  const steps = stepsOf(gateway?.platform ?? "standalone");
  return steps.indexOf(step) >= 0 && (gateway?.completed === true || steps.indexOf(step) <= steps.indexOf(nextStep(gateway)));
}

/** Whether the address of an appliance is asked about before it goes back to factory default (GW-51, GW-54). */
export function revertQuestion(gateway: GatewayFacts | null): { word: string; address: string } | null {
  return gateway?.registered && gateway.form === "physical" ? { word: "revert", address: gateway.address } : null;
}
