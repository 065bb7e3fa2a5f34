import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { watchEarlyTyping } from "#app/components/early-typing.ts";
import { keepFocus } from "#app/components/kept-focus.ts";
import { TranslateProvider } from "#app/i18n/provider.tsx";
import { makeTranslate, type Translate } from "#app/i18n/translator.ts";
import { provideTitles } from "#app/routes/page-title.ts";

/** The browser loads the one language the page is written in; changing it is a new page. */
async function loadTranslate(): Promise<Translate> {
  if (document.documentElement.lang === "en") {
    return makeTranslate("en", (await import("#app/i18n/en/dictionary.ts")).dictionary);
  }
  return makeTranslate("id", (await import("#app/i18n/id/dictionary.ts")).dictionary);
}

/**
 * Remix's first rendering throws the promise of what the server sent being decoded. Were that left to React 18, a key or a click
 * before the second rendering would have it give the page up ("Root did not complete", its error 345): it waits outside React.
 */
async function untilDecoded(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (pending) {
    await pending;
  }
}

const translate = await loadTranslate();
provideTitles((_locale, key) => translate(key));

watchEarlyTyping();
keepFocus();
await untilDecoded();
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <TranslateProvider translate={translate}>
        <RemixBrowser />
      </TranslateProvider>
    </StrictMode>,
  );
});
