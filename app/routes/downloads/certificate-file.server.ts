/** A certificate as a download, named by its serial number. */
export function certificateFile({ pdf, serial }: { pdf: Uint8Array; serial: string }): Response {
  return new Response(Buffer.from(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(pdf.length),
      "Content-Disposition": `attachment; filename="piagam-${serial.replaceAll("/", "-")}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}
