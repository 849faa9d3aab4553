/**
 * What a page that failed for want of a turn says of itself: production hides from the browser what was thrown, all but its
 * `digest`. No server code: the page that tries again reads this too.
 */
export const BUSY_DIGEST = "busy";
