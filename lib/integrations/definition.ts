/** What an integration is. Each has one definition, in `definitions/`; catalogue, panel, navigation, checks, warnings and API read it. */
import type { AccountSwitches, PRIVILEGES } from "#lib/account-switches/schemas.ts";
import type { GatewayFacts } from "#lib/gateways/schemas.ts";
import type { ElementKind } from "#lib/network-elements/schemas.ts";
import type { Feature } from "#lib/permissions/schemas.ts";
import type { ProductKey } from "#lib/products/schemas.ts";
import type { FieldDeclaration } from "./fields.ts";
import type { MicollabFacts } from "./micollab-line.ts";
import type { EntryState, FeatureTarget, IconName, IntegrationKey, IntegrationTab, NavigationId, RevertQuestion } from "./schemas.ts";
import type { UnifyPhoneFacts } from "./unify-phone-line.ts";

export type Privilege = (typeof PRIVILEGES)[number] & keyof AccountSwitches;

export type FeatureDefinition = {
  key: string;
  label: string;
  hint: string;
  initial: boolean;
  /** Can be set while the integration is being added (MIVB-03). */
  offeredOnAdding?: true;
  /** A system that must be connected for it to do anything. */
  needsElement?: ElementKind;
  /** It needs to be on, or the entry asks for attention (INTEG-12, OP2-18). */
  wanted?: true;
  /** What of its own its gear opens: it then stands below this integration instead of alone (ONE-10, ONE-11). */
  standsFor?: FeatureTarget;
  /** Switched on the integration's own page instead of in the panel (USER-23). */
  onPage?: true;
};

export type SetUpBy = "portal" | "outside" | "wizard";

export type SetUp = {
  /**
   * "portal": complete once its settings are saved. "outside": another system has a part in it that is not connected yet.
   * "wizard": its page leads through steps of its own.
   */
  by: SetUpBy;
  /** It is done in a dialog instead of on a page: always, or until it is complete, when the gear leads to a page that manages it (TWILIO-02, TWCH-01). */
  dialog?: "always" | "until_complete";
  /** The label of the button that leads to it (INT-07). */
  label?: string;
  /** What the panel says until it is complete. */
  status: string;
  /** What the panel says once it is; where nothing is said, that it is complete. */
  done?: string;
  /** What completing it takes, one line each. */
  takes: readonly string[];
};

export type SettingsDefinition = {
  /** The heading of its page or dialog. */
  title: string;
  intro?: string;
  fields: readonly FieldDeclaration[];
  /** To be typed before a change is saved (MEET-09). */
  confirmWord?: string;
  /** Can not be changed any more once the set-up is complete (UNIFY-12). */
  fixed?: true;
};

export type BroughtPage = {
  id: NavigationId;
  /** Below `/accounts/{accountId}/`. */
  path: string;
  /** The letter that opens it after "g". */
  key: string;
  needs: Feature;
  /** There only while this feature of the integration is on. */
  feature?: string;
  /** The pages that belong below it, in the order in which they stand (MIVB-06). */
  below?: readonly Pick<BroughtPage, "id" | "path" | "key" | "needs">[];
};

/** What other systems have told of an account. */
export type Told = {
  /** The kinds of systems that the account is connected to. */
  elements: ReadonlySet<ElementKind>;
  /** The CloudLink gateway that was detected for the account. */
  gateway: GatewayFacts | null;
  /** What its MiCollab server last told; null before it was asked. */
  micollab: MicollabFacts | null;
  /** Its Unify Phone tenant; null before one is linked. */
  unifyPhone: UnifyPhoneFacts | null;
};

export type IntegrationDefinition = {
  key: IntegrationKey;
  name: string;
  tab: IntegrationTab;
  /** On its card; may be empty (INTEG-17). */
  description: string;
  icon: IconName;
  /** Each of these lists: one of them has to be on the account as well. */
  needs?: readonly (readonly IntegrationKey[])[];
  /** Can not be on an account together with these. */
  conflicts?: readonly IntegrationKey[];
  /** Switched on with it and off with the last that holds them (PRIV-02, PRIV-09). */
  privileges?: readonly Privilege[];
  features?: readonly FeatureDefinition[];
  /** What has to be done before it works; without it, it is complete at once. */
  setUp?: SetUp;
  /** While it is in use, users can link accounts of their own with it in CloudLink applications (INT-14). */
  linkable?: true;
  /** What has to be bought for it to do anything (INTEG-11). */
  subscription?: ProductKey;
  /** Added switched off, to be switched on by hand (OP2-02). */
  startsOff?: true;
  settings?: SettingsDefinition;
  /** How it stands by what its own system has told; without it, by its set-up. */
  state?(told: Told): EntryState;
  /** It comes with an appliance at the customer's: what is asked before that is reset; null when nothing is (GW-51, GW-54). */
  revert?(gateway: GatewayFacts | null): RevertQuestion | null;
  /** Once it is set up it has no gear (INT-19): a link beside its state leads to this page of its own, below `/accounts/{accountId}/`. */
  ownPage?: string;
  /** What is gone with it, one line each. */
  loses: readonly string[];
  /** What its removal lets go on, to be known before. */
  keeps?: readonly string[];
  /** What it puts into the left navigation. */
  pages?: readonly BroughtPage[];
};
