"use client";

import Check from "lucide-react/icons/check";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Result } from "#components/api/request.ts";
import { addProduct } from "#components/telephony/telephony-requests.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { ProductAtUser } from "#lib/licenses/schemas.ts";
import { PRODUCTS } from "#lib/products/schemas.ts";
import type { ProductKey } from "#lib/products/schemas.ts";
import { PRODUCT_LABELS } from "#lib/telephony/schemas.ts";
import type { TelephonyOfUser, TelephonyProduct } from "#lib/telephony/schemas.ts";
import { giveLicense } from "./license-requests.ts";

type AddProductDialogProps = { accountId: string; userId: string; products: readonly ProductAtUser[]; telephony: TelephonyOfUser | null; onClose: () => void };

/** What "Add" takes: a product that is licensed, or the telephony product of the account. */
type Taken = ProductKey | TelephonyProduct;

/** "Products and licenses": takes products for the user with "Add", and gives them with "Done" (ONELIC-04, ONELIC-05, SVC-01, CX-02, CX-03). */
export function AddProductDialog({ accountId, userId, products, telephony, onClose }: AddProductDialogProps) {
  const t = useTranslations("licenses.user");
  const router = useRouter();
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  const [failures, setFailures] = useState<readonly string[]>([]);
  const [pending, setPending] = useState(false);
  const toggle = (product: Taken) => (on: boolean) => setTaken(on ? [...taken, product] : taken.filter((other) => other !== product));
  const offered = products.filter(({ product, isThere }) => isThere || product === "miteam_meetings");

  async function finish() {
    if (pending) return;
    setPending(true);
    const failed: string[] = [];
    const open: Taken[] = [];
    const keep = (product: Taken, result: Result<unknown>) => {
      if (result.ok) return;
      failed.push(result.error.message);
      open.push(product);
    };
    if (telephony?.product && taken.includes(telephony.product)) keep(telephony.product, await addProduct({ accountId, userId, product: telephony.product }));
    for (const { product, plans } of products.filter((one) => taken.includes(one.product))) {
      // A product of several plans is there without a license first; its page asks which.
      keep(product, await giveLicense({ accountId, userId, product }, plans.length === 1 ? plans[0]!.key : null));
    }
    setPending(false);
    setFailures(failed);
    setTaken(open);
    router.refresh();
    if (failed.length === 0) onClose();
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      busy={pending}
      title={t("title")}
      footer={
        <>
          <Button aria-disabled={pending} onClick={() => !pending && onClose()}>{t("cancel")}</Button>
          <Button variant="primary" pending={pending} onClick={() => void finish()}>{t("done")}</Button>
        </>
      }
    >
      {failures.map((failure) => <Banner key={failure} tone="bad" live className="mb-3" title={failure} />)}
      <ul className="divide-y divide-line">
        {telephony?.product && <TelephonyOffer telephony={telephony} product={telephony.product} taken={taken.includes(telephony.product)} onTake={toggle(telephony.product)} />}
        {offered.map((product) => (
          <li key={product.product} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-semibold">{product.name}</p>
              <p className="text-fg-3">{t(`descriptions.${product.product}`)}</p>
            </div>
            <Offer product={product} taken={taken.includes(product.product)} onTake={toggle(product.product)} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Offer({ product: { product, name, state, license }, taken, onTake }: { product: ProductAtUser; taken: boolean; onTake: (on: boolean) => void }) {
  const t = useTranslations("licenses.user");
  if (state === "use_micollab" || state === "read_only") return <p className="max-w-48 text-fg-2">{t("micollab")}</p>;
  if (state === "given_by_pbx") return <p className="max-w-48 text-fg-2">{t("givenByPbx")}</p>;
  if (license !== null) return <p className="inline-flex items-center gap-1.5 text-fg-2"><Check aria-hidden className="size-4" />{t("added")}</p>;
  if (state === "not_enabled") return <p className="text-fg-2">{t("noLicenses")}</p>;
  if (state === "none_available" && PRODUCTS[product].plans.length === 1) return <p className="text-fg-2">{t("notAvailable")}</p>;
  return <TakeButton name={name} taken={taken} onTake={onTake} />;
}

function TakeButton({ name, taken, onTake }: { name: string; taken: boolean; onTake: (on: boolean) => void }) {
  const t = useTranslations("licenses.user");
  return (
    <Button size="sm" aria-pressed={taken} aria-label={t(taken ? "takeBack" : "addOne", { product: name })} icon={taken && <Check aria-hidden />} onClick={() => onTake(!taken)}>
      {t(taken ? "added" : "add")}
    </Button>
  );
}

type TelephonyOfferProps = { telephony: TelephonyOfUser; product: TelephonyProduct; taken: boolean; onTake: (on: boolean) => void };

/** The telephony product of the account, which needs no license to be added. */
function TelephonyOffer({ telephony: { held }, product, taken, onTake }: TelephonyOfferProps) {
  const t = useTranslations("licenses.user");
  const words = useTranslations("telephony.products");
  const name = PRODUCT_LABELS[product];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold">{name}</p>
        <p className="text-fg-3">{words(`${product}.description`)}</p>
      </div>
      {held ? <p className="inline-flex items-center gap-1.5 text-fg-2"><Check aria-hidden className="size-4" />{t("added")}</p> : <TakeButton name={name} taken={taken} onTake={onTake} />}
    </li>
  );
}
