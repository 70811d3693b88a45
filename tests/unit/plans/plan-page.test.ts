import { describe, expect, test } from "vitest";
import { FIRST_PLACE, nextPlace, previousPlace } from "#components/plans/place.ts";
import { peersInOrder } from "#components/plans/peers-in-order.ts";
import { planFigures } from "#components/plans/plan-figures.ts";
import { runQueryString } from "#components/plans/run-query.ts";
import { stageOf } from "#components/plans/stage.ts";
import { otherNumberHelps, wayOut } from "#components/plans/way-out.ts";

describe("the figures of a plan", () => {
  const plan = { runCount: 48, blockedCount: 2, unchangedCount: 3, succeededCount: 10, failedCount: 1 };

  test("users are those who are neither stopped by a problem nor left out by hand", () => {
    expect(planFigures(plan, 0)).toEqual({ users: 46, leftOut: 2, unchanged: 3, ended: 11 });
    expect(planFigures(plan, 4)).toMatchObject({ users: 42, leftOut: 6 });
  });

  test("are never below nothing while counts of different moments meet", () => {
    expect(planFigures({ ...plan, runCount: 1 }, 5).users).toBe(0);
  });
});

test("the systems stand in the order in which steps reach them", () => {
  const peers = ["micc", "mivb", "mbg"].map((kind) => ({ kind, name: `${kind}-1`, steps: 1 }));
  expect(peersInOrder(peers).map(({ name }) => name)).toEqual(["mivb-1", "mbg-1", "micc-1"]);
});

describe("the stage of a plan", () => {
  const read = { readAt: "2026-11-20T09:31:00.000Z" };

  test("a plan that is made anew keeps the page of its review", () => {
    expect(stageOf({ status: "planning", purpose: "assign", readAt: null })).toBe("making");
    expect(stageOf({ status: "planning", purpose: "assign", ...read })).toBe("review");
  });

  test("a roll back and a repair are applied without a review", () => {
    expect(stageOf({ status: "planning", purpose: "rollback", ...read })).toBe("making");
    expect(stageOf({ status: "planning", purpose: "repair", ...read })).toBe("making");
  });

  test("a stale plan is reviewed, a plan being checked is applied already", () => {
    expect(stageOf({ status: "stale", purpose: "assign", ...read })).toBe("review");
    expect(stageOf({ status: "checking", purpose: "assign", ...read })).toBe("applying");
  });
});

describe("the way out of a problem", () => {
  test("is the number that is offered", () => {
    expect(wayOut({ code: "number_taken", suggestion: "Use 2255, next free", number: "2255" }, "u1")).toEqual({ kind: "number", number: "2255" });
  });

  test("is the page where the cause can be settled", () => {
    expect(wayOut({ code: "peer_missing", suggestion: "Connect MiVoice Business", number: null }, "u1")).toEqual({ kind: "page", path: "integrations/network-elements" });
    expect(wayOut({ code: "unknown_zone", suggestion: "Change the template", number: null }, "u1")).toEqual({ kind: "page", path: "templates" });
  });

  test("is the user's own page where the name stands in the way", () => {
    expect(wayOut({ code: "name_too_long", suggestion: "Shorten the name", number: null }, "u1")).toEqual({ kind: "page", path: "users/u1" });
  });

  test("is none where there is nothing to press", () => {
    expect(wayOut({ code: "voicemail_digits", suggestion: null, number: null }, "u1")).toBeNull();
    expect(wayOut({ code: "no_license_left", suggestion: "See subscriptions", number: null }, "u1")).toBeNull();
  });

  test("may be a number of one's own, for problems of numbers only", () => {
    expect(otherNumberHelps([{ code: "no_license_left" }, { code: "no_free_number" }])).toBe(true);
    expect(otherNumberHelps([{ code: "no_license_left" }])).toBe(false);
  });
});

describe("paging through runs", () => {
  test("goes on by the key of the last run and back by the key of the first", () => {
    const second = nextPlace(FIRST_PLACE, "k25");
    const third = nextPlace(second, "k50");
    expect(third).toEqual({ after: "k50", before: null, page: 3 });
    expect(previousPlace(third, "k51")).toEqual({ after: null, before: "k51", page: 2 });
  });

  test("goes back to the first page without a key", () => {
    expect(previousPlace(nextPlace(FIRST_PLACE, "k25"), "k26")).toEqual(FIRST_PLACE);
  });

  test("asks for what is set only", () => {
    expect(runQueryString({ size: 25 })).toBe("size=25");
    expect(runQueryString({ group: "failed", search: "ada 22", size: 10, place: { after: "k", before: null, page: 2 } })).toBe("size=10&status=failed&search=ada+22&after=k");
  });
});
