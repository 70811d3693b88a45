import Building2 from "lucide-react/icons/building-2";
import LayoutDashboard from "lucide-react/icons/layout-dashboard";
import LifeBuoy from "lucide-react/icons/life-buoy";
import Blocks from "lucide-react/icons/blocks";
import ListChecks from "lucide-react/icons/list-checks";
import ReceiptText from "lucide-react/icons/receipt-text";
import Users from "lucide-react/icons/users";
import type { LucideIcon } from "lucide-react/types";
import type { GroupId, PageId } from "./navigation.ts";

/** The icons of the first level; what lies within a group has none. */
export const NAVIGATION_ICONS: Partial<Record<PageId | GroupId, LucideIcon>> = {
  dashboard: LayoutDashboard,
  accounts: Building2,
  account: Building2,
  userManagement: Users,
  integrations: Blocks,
  provisioning: ListChecks,
  billing: ReceiptText,
  support: LifeBuoy,
};
