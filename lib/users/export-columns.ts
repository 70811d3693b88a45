/** The columns of an exported list of users, as they stand on the screen. Pure. */
import { ROLE_LABELS } from "#lib/permissions/schemas.ts";
import type { ExportColumn, UserView } from "./schemas.ts";

type Column = { header: string; cell: (user: UserView, time: (iso: string) => string) => string };

const COLUMNS: Record<ExportColumn, Column> = {
  name: { header: "NAME", cell: (user) => user.name },
  email: { header: "EMAIL ADDRESS", cell: (user) => user.email },
  extension: { header: "EXT", cell: (user) => user.extension },
  modified: { header: "MODIFIED ON (BY)", cell: (user, time) => (user.modifiedBy ? `${time(user.modifiedAt)} (${user.modifiedBy})` : time(user.modifiedAt)) },
  licenses: { header: "LICENSES", cell: (user) => user.licenses.join(", ") },
  role: { header: "ROLE", cell: (user) => ROLE_LABELS[user.role] },
  services: { header: "SERVICES", cell: servicesInWords },
  mobile: { header: "MOBILE NUMBER", cell: (user) => user.mobileNumber },
  registered: { header: "REGISTERED", cell: (user) => (user.registered ? "Yes" : "No") },
  welcomed: { header: "WELCOME EMAIL", cell: (user, time) => (user.welcomedAt ? time(user.welcomedAt) : "") },
  contactCenter: { header: "CONTACT CENTER", cell: (user) => user.contactCenter.join(", ") },
  template: { header: "TEMPLATE", cell: (user) => user.serviceRole ?? "" },
};

/** What the columns without a choice of the reader's are: those the list shows at first. */
const USUAL = "name,email,extension,modified,licenses,role,services";

/** The chosen columns in their order; ids that there are no columns for are left out. */
export function exportColumns(chosen: string = USUAL): Column[] {
  return chosen.split(",").flatMap((id) => COLUMNS[id as ExportColumn] ?? []);
}

function servicesInWords({ services, progress, differences }: UserView): string {
  switch (services) {
    case "none":
      return "No service";
    case "planned":
      return "Planned";
    case "working":
      return progress ? `${progress.done} of ${progress.of}` : "Working";
    case "in_sync":
      return "In sync";
    case "differs":
      return differences === 1 ? "1 difference" : `${differences} differences`;
    case "failed":
      return "Failed";
  }
}
