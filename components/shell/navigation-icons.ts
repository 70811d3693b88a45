import AudioLines from "lucide-react/icons/audio-lines";
import Building2 from "lucide-react/icons/building-2";
import LayoutDashboard from "lucide-react/icons/layout-dashboard";
import LifeBuoy from "lucide-react/icons/life-buoy";
import Blocks from "lucide-react/icons/blocks";
import Code from "lucide-react/icons/code";
import HeartHandshake from "lucide-react/icons/heart-handshake";
import ListChecks from "lucide-react/icons/list-checks";
import Phone from "lucide-react/icons/phone";
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
  mivoiceBusiness: Phone,
  customerCare: HeartHandshake,
  voiceAssist: AudioLines,
  developer: Code,
  provisioning: ListChecks,
  billing: ReceiptText,
  support: LifeBuoy,
};
