// zod would try whether it may make code at run time, which the content security policy forbids and reports. Told by the object
// that zod keeps its settings in: to import zod for it would bring it into every page.
(globalThis as { __zod_globalConfig?: object }).__zod_globalConfig = { jitless: true };

/** Next calls this when a navigation within the portal begins. */
export { navigationBegan as onRouterTransitionStart } from "#components/shell/navigation-under-way.ts";
