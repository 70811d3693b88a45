import type { Page } from "playwright-core";

/** Chooses from a list; an option may say more than its name. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const field = page.getByRole("combobox", { name: label });
  await field.click();
  const choice = page.getByRole("option", { name: new RegExp(`^${option}`) });
  if ((await field.getAttribute("aria-autocomplete")) !== null) await field.fill(option);
  await choice.first().click();
}
