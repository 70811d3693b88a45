import { config } from "zod/v4/core";

// zod would try whether it may make code at run time, which the content security policy forbids and reports.
config({ jitless: true });

/** Next calls this when a navigation within the portal begins. */
export { navigationBegan as onRouterTransitionStart } from "#components/shell/navigation-under-way.ts";
