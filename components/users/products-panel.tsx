"use client";

import Plus from "lucide-react/icons/plus";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { TelephonyRow } from "#components/telephony/telephony-row.tsx";
import type { ProductAtUser } from "#lib/licenses/schemas.ts";
import type { TelephonyOfUser } from "#lib/telephony/schemas.ts";
import { AddProductDialog } from "./add-product-dialog.tsx";
import { MitelOneRow } from "./mitel-one-row.tsx";
import { ProductRow } from "./product-row.tsx";

type ProductsPanelProps = {
  accountId: string;
  user: { id: string; name: string };
  products: readonly ProductAtUser[];
  /** Null where the reader may not see it. */
  telephony: TelephonyOfUser | null;
  mayAssign: boolean;
  mayAssignTelephony: boolean;
};

/** "Products and licenses": what the user has, what can be given, and the way to more (USER-27, USER-41, MEET-06, MEETMC-03 to MEETMC-09, ONELIC-04, ONELIC-10). */
export function ProductsPanel({ accountId, user, products, telephony, mayAssign, mayAssignTelephony }: ProductsPanelProps) {
  const t = useTranslations("licenses.user");
  const [adding, setAdding] = useState(false);
  // MiTeam Meetings has its line always, whatever it says; of the others only what the user has.
  const shown = products.filter(({ product, license }) => license !== null || product === "miteam_meetings");
  return (
    <Card
      title={t("title")}
      className="mb-4"
      actions={
        mayAssign && (
          <Button size="sm" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            {t("addProduct")}
          </Button>
        )
      }
      flush
    >
      <ul className="divide-y divide-line">
        {telephony?.held && (
          <li className="px-4 py-3">
            <TelephonyRow accountId={accountId} userId={user.id} telephony={telephony} mayAssign={mayAssignTelephony} />
          </li>
        )}
        {shown.map((product) => (
          <li key={product.product} className="px-4 py-3">
            {product.product === "mitel_one" ? (
              <MitelOneRow accountId={accountId} userId={user.id} product={product} mayAssign={mayAssign} />
            ) : (
              <ProductRow accountId={accountId} userId={user.id} product={product} mayAssign={mayAssign} />
            )}
          </li>
        ))}
      </ul>
      {adding && <AddProductDialog accountId={accountId} userId={user.id} products={products} telephony={mayAssignTelephony ? telephony : null} onClose={() => setAdding(false)} />}
    </Card>
  );
}
