import type { LoaderFunctionArgs } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { PublicShell } from "#app/components/public-shell.tsx";
import { publicCtx } from "#app/request.server.ts";
import { missingPage } from "#app/respond.server.ts";
import { ControlSamples } from "#app/routes/public/gallery/controls.tsx";
import { FigureSamples, ListSamples, TableSamples } from "#app/routes/public/gallery/data.tsx";
import { FormSamples } from "#app/routes/public/gallery/forms.tsx";
import { MotifSamples, VerdictSamples } from "#app/routes/public/gallery/motif.tsx";
import { BandSample, DenseSample, MediumSample, ReadingSample, shellFooter, shellNav, shellWords } from "#app/routes/public/gallery/shells.tsx";

const shells = { band: BandSample, dense: DenseSample, medium: MediumSample, reading: ReadingSample };

/** Every component in every state, for those who build pages. There is no such page in production. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  if (context.config.environment === "production") throw missingPage(ctx);
  return null;
}

/** `?shell=band|dense|medium|reading` shows a shell instead. */
export default function ComponentGallery() {
  const [params] = useSearchParams();
  const wanted = params.get("shell") ?? "";
  const Shell = wanted in shells ? shells[wanted as keyof typeof shells] : AllComponents;
  return <Shell />;
}

function AllComponents() {
  return (
    <PublicShell words={shellWords} nav={shellNav} footer={shellFooter}>
      <PageHeader
        title="Komponen"
        crumbs={[{ label: "Beranda", to: "/" }, { label: "Komponen" }]}
        crumbsLabel="Remah roti"
        lead="Semua komponen dengan keadaannya. Halaman ini hanya ada saat pengembangan."
        actions={
          <ButtonRow>
            {Object.keys(shells).map((name) => (
              <LinkButton key={name} to={`?shell=${name}`} dense>
                {name}
              </LinkButton>
            ))}
          </ButtonRow>
        }
      />
      <ControlSamples />
      <FormSamples />
      <MotifSamples />
      <TableSamples />
      <FigureSamples />
      <ListSamples />
      <VerdictSamples />
    </PublicShell>
  );
}
