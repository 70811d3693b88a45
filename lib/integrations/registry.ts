/** Every integration, in the order of the catalogue (INTEG-15, INTEG-16). */
import type { IntegrationDefinition } from "./definition.ts";
import { azureAdSync } from "./definitions/azure-ad-sync.ts";
import { cloudlinkGateway } from "./definitions/cloudlink-gateway.ts";
import { cmCom } from "./definitions/cm-com.ts";
import { micc } from "./definitions/micc.ts";
import { micollab } from "./definitions/micollab.ts";
import { microsoftOffice365 } from "./definitions/microsoft-office-365.ts";
import { microsoftTeams } from "./definitions/microsoft-teams.ts";
import { miteamMeetings } from "./definitions/miteam-meetings.ts";
import { mitelCx } from "./definitions/mitel-cx.ts";
import { mitelOne } from "./definitions/mitel-one.ts";
import { mitelOneWorkgroups } from "./definitions/mitel-one-workgroups.ts";
import { mitelVoiceAssist } from "./definitions/mitel-voice-assist.ts";
import { mitelWorkflowStudio } from "./definitions/mitel-workflow-studio.ts";
import { mivoiceBusiness } from "./definitions/mivoice-business.ts";
import { singleSignOn } from "./definitions/single-sign-on.ts";
import { twilio } from "./definitions/twilio.ts";
import { unifyPhone } from "./definitions/unify-phone.ts";
import { zoom } from "./definitions/zoom.ts";
import type { IntegrationKey } from "./schemas.ts";

export const DEFINITIONS: readonly IntegrationDefinition[] = [
  cloudlinkGateway, micc, micollab, mitelCx, mitelOne, mitelOneWorkgroups, mitelVoiceAssist, mitelWorkflowStudio, miteamMeetings, mivoiceBusiness, unifyPhone,
  zoom, singleSignOn, microsoftOffice365, twilio, cmCom, azureAdSync, microsoftTeams,
];

const BY_KEY = new Map(DEFINITIONS.map((definition) => [definition.key, definition]));

/** The definition of an integration. */
export function definitionOf(key: IntegrationKey): IntegrationDefinition {
  const definition = BY_KEY.get(key);
  if (!definition) throw new Error(`The integration ${key} has no definition.`);
  return definition;
}
