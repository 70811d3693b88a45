import AudioLines from "lucide-react/icons/audio-lines";
import CalendarDays from "lucide-react/icons/calendar-days";
import CircleDot from "lucide-react/icons/circle-dot";
import Headset from "lucide-react/icons/headset";
import HeartHandshake from "lucide-react/icons/heart-handshake";
import KeyRound from "lucide-react/icons/key-round";
import MessageSquare from "lucide-react/icons/message-square";
import MessageSquareText from "lucide-react/icons/message-square-text";
import MonitorSmartphone from "lucide-react/icons/monitor-smartphone";
import Phone from "lucide-react/icons/phone";
import PhoneCall from "lucide-react/icons/phone-call";
import Presentation from "lucide-react/icons/presentation";
import RefreshCw from "lucide-react/icons/refresh-cw";
import Router from "lucide-react/icons/router";
import UserCheck from "lucide-react/icons/user-check";
import Users from "lucide-react/icons/users";
import Video from "lucide-react/icons/video";
import Workflow from "lucide-react/icons/workflow";
import type { LucideIcon } from "lucide-react/types";
import type { IconName } from "#lib/integrations/schemas.ts";

const ICONS: Record<IconName | "chat", LucideIcon> = {
  chat: MessageSquareText,
  gateway: Router,
  headset: Headset,
  collaboration: MonitorSmartphone,
  people: Users,
  one: CircleDot,
  care: HeartHandshake,
  voice: AudioLines,
  workflow: Workflow,
  meeting: Presentation,
  phone: Phone,
  handset: PhoneCall,
  video: Video,
  key: KeyRound,
  calendar: CalendarDays,
  message: MessageSquare,
  sync: RefreshCw,
  presence: UserCheck,
};

/** The mark of an integration in its frame, the same in panel and catalogue. */
export function IntegrationIcon({ name }: { name: IconName | "chat" }) {
  const Icon = ICONS[name];
  return (
    <span className="grid size-9 shrink-0 place-items-center rounded-md bg-accent-soft text-accent">
      <Icon aria-hidden className="size-4.5" />
    </span>
  );
}
