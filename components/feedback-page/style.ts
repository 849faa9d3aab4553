import { createHash } from "node:crypto";

/**
 * The whole style of a public form, inside the page: one small answer for an old phone on a slow network. Nothing depends on it;
 * without it the form is plain and works.
 */
export const STYLE = [
  "html{color-scheme:light dark;-webkit-text-size-adjust:100%}header,main{display:block}*{box-sizing:border-box}",
  "body{margin:0;background:#fff;color:#171716;font:1.1875em/1.5 Verdana,Arial,sans-serif;word-wrap:break-word;overflow-wrap:anywhere}",
  "main{max-width:592px;margin:0 auto;padding:16px 16px 48px}",
  "h1{font-size:1.47em;line-height:1.2;margin:8px 0 12px}h2{font-size:1.16em;line-height:1.25;margin:40px 0 12px;border-top:4px solid #fa9441;padding-top:16px}p{margin:0 0 12px}",
  ".who{background:#162e51;color:#fff;padding:12px 16px;font-weight:bold}.who span{display:block;max-width:560px;margin:0 auto}",
  ".promise,.ok,.note{padding:12px 16px;margin:0 -16px 24px}.promise p,.ok p,.note p{margin:0 0 6px}",
  ".promise{background:#e7f6f8}.ok{background:#ecf3ec}.note{background:#fef0e2;border-left:6px solid #c05600}.ok h1,.note h1,.note h2{margin:0 0 8px;border:0;padding:0}",
  "fieldset{border:0;margin:0 0 28px;padding:0;min-width:0}legend,.q{font-weight:bold;font-size:1.1em;line-height:1.3;padding:0;margin:0 0 8px;display:block;width:100%}",
  ".o{display:block;position:relative;border:2px solid #76766a;border-radius:6px;padding:11px 12px 11px 50px;margin:0 0 8px}.o input{position:absolute;left:12px;top:13px;width:24px;height:24px;margin:0}",
  "textarea,.code{display:block;width:100%;font:inherit;color:inherit;background:transparent;border:2px solid #76766a;border-radius:6px;padding:10px}textarea{height:7.5em}.tq{margin:0 0 28px}.bad{border-color:#b50909;border-width:3px}",
  ".hint{font-size:.9em;color:#5d5d52;margin:0 0 8px}.w{margin-top:24px}.er{font-weight:bold;color:#b50909;margin:0 0 8px}.s{min-height:0;margin:8px 0 0}",
  ".b{display:block;width:100%;background:#005ea2;color:#fff;font:bold 1.1em/1.3 Verdana,Arial,sans-serif;border:2px solid transparent;border-radius:6px;padding:12px;text-align:center;text-decoration:none;cursor:pointer}",
  ".b2{background:#fff;color:#005ea2;border-color:#005ea2}a{color:#005ea2}.big{font:bold 1.58em/1.3 monospace;letter-spacing:2px}",
  ".dids{list-style:none;margin:0;padding:0}.did{border-left:6px solid #76766a;padding:2px 0 2px 14px;margin:0 0 24px}.did p{margin:4px 0}.y{border-color:#008817}.did b{display:block}.st{font-size:.9em;font-weight:bold}",
  ".trap{position:absolute;left:-6000px;top:auto;width:1px;height:1px;overflow:hidden}",
  "a:focus,input:focus,textarea:focus,button:focus,[tabindex]:focus{outline:4px solid #2491ff;outline-offset:2px}",
  "@media (prefers-color-scheme:dark){body{background:#171716;color:#f5f5f0}.who{background:#0f1f38}.promise{background:#14303a}.ok{background:#1c2e1c}.note{background:#3a2410;border-color:#fa9441}.hint{color:#bebdb3}.er{color:#f2938c}.b{background:#73b3e7;color:#0d1f38}.b2{background:#171716;color:#8cc1ec;border-color:#8cc1ec}a{color:#8cc1ec}a.b{color:#0d1f38}a.b2{color:#8cc1ec}.o,textarea,.code{border-color:#929285}.bad{border-color:#f2938c}.did{border-color:#929285}.y{border-color:#86d67c}}",
].join("\n");

/** For the policy that lets this style in and no other. */
export const STYLE_HASH = `'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`;
