import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { SignOutButton } from "@/components/account/sign-out-button";
import { EarlyInput } from "@/components/early-input/early-input";
import { EarlyRecorder } from "@/components/early-input/early-recorder";
import { PrintedText } from "@/components/printed/printed-text";
import { LOOK_COOKIE, parseLook } from "@/components/shell/look";
import { OfflineHelp } from "@/components/shell/offline-help";
import { SiteFooter } from "@/components/shell/site-footer";
import { SiteHeader } from "@/components/shell/site-header";
import { classNames } from "@/components/ui/class-names";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { countInWords } from "@/lib/domain/toolkit/toolkit";
import { findSession } from "@/lib/platform/auth/session";
import { env } from "@/lib/platform/env";
import "./globals.css";

const publicSans = localFont({
  src: "../node_modules/@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2",
  variable: "--font-public-sans",
  weight: "100 900",
  display: "swap",
});

/** Letters beyond Western European ones; fetched only by pages that use them. */
const publicSansMore = localFont({
  src: "../node_modules/@fontsource-variable/public-sans/files/public-sans-latin-ext-wght-normal.woff2",
  variable: "--font-public-sans-more",
  weight: "100 900",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});

export const metadata: Metadata = {
  title: { default: "PS-COPE Workbook", template: "%s · PS-COPE Workbook" },
  description:
    `Public safety agencies and their community partners fill in the ${countInWords(MAIN_TOOLKIT)} PS-COPE tools together, see where they stand, and keep a complete PDF.`,
  robots: { index: false },
  formatDetection: { telephone: false, email: false, address: false, date: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: "#162e51",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const user = await findSession();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const look = parseLook((await cookies()).get(LOOK_COOKIE)?.value);
  return (
    // What a person chooses on this page takes effect before it is asked for again.
    <html
      lang="en"
      className={classNames(publicSans.variable, publicSansMore.variable)}
      data-density={look.density}
      data-scale={look.scale}
      suppressHydrationWarning
    >
      <head>
        <EarlyRecorder nonce={nonce} />
      </head>
      <body>
        <a href="#main" className="skip-link">
          Skip to main content
        </a>
        <SiteHeader
          user={user}
          canSignUp={env().SIGN_UP === "open"}
          signOut={
            user ? (
              <SignOutButton
                userId={user.userId}
                className="w-full cursor-pointer rounded-control px-3 py-2 text-left hover:underline"
              />
            ) : null
          }
        />
        <main id="main" tabIndex={-1} className="flex-1">
          {children}
        </main>
        <SiteFooter />
        <PrintedText />
        <OfflineHelp userId={user?.userId ?? null} />
        <EarlyInput />
      </body>
    </html>
  );
}
