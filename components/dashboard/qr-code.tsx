import QRCode from "qrcode";

/** Modules of quiet around a code, by its standard (ISO/IEC 18004). */
const QUIET = 4;

/** A text as a QR code, dark on white in either theme, since a camera reads it. Drawn on the server, so that no page carries the encoder. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const side = modules.size + 2 * QUIET;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges" className="size-40 shrink-0 rounded-md border border-line">
      <path fill="#ffffff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000000" d={darkModules(modules)} />
    </svg>
  );
}

function darkModules({ size, data }: { size: number; data: Uint8Array }): string {
  let path = "";
  for (const [index, dark] of data.entries()) {
    if (dark) path += `M${(index % size) + QUIET} ${Math.floor(index / size) + QUIET}h1v1h-1z`;
  }
  return path;
}
